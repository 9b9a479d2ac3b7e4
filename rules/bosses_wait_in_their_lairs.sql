-- a theme and its boss name each other, and the boss waits on the theme's last floor
SELECT t.id, t.last_floor, b.id AS its_boss, b.theme_id AS theme_of_boss, b.floor AS floor_of_boss
FROM themes t
JOIN bosses b ON b.id = t.boss_id
WHERE b.theme_id <> t.id OR b.floor <> t.last_floor
