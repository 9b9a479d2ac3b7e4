"""Single mistakes, injected into good projects: each must be found, once, in place."""
