-- a level needs the experience of the level before it and that level's step
SELECT l.level, l.xp_total, before.xp_total + before.xp_to_next AS xp_expected
FROM xp_levels l
LEFT JOIN xp_levels before ON before.level = l.level - 1
WHERE l.level > 1 AND l.xp_total IS DISTINCT FROM before.xp_total + before.xp_to_next
