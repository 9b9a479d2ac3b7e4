-- every floor lies in exactly one theme, which is its own, at the depth that its number says
SELECT f.number, f.theme_id, f.depth, string_agg(t.id, ', ' ORDER BY t.id) AS themes_that_reach_it
FROM floors f
LEFT JOIN themes t ON f.number BETWEEN t.first_floor AND t.last_floor
GROUP BY f.number
HAVING count(t.id) <> 1 OR min(t.id) <> f.theme_id OR f.number - min(t.first_floor) + 1 <> f.depth
