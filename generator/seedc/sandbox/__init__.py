"""The embedded PostgreSQL: found, started, loaded and stopped.

It belongs to one project, is reached only through a Unix socket in a folder that
nobody else can enter, and is disposable: `up` may rebuild what is in it.
`local` is the way in for `seedc up` and `seedc down`, `visit` for whoever needs the
server only for a moment, such as `judge`, which runs rules; the others are their parts.
"""
