-- an enemy is in the pools of the floors from its min_floor to its max_floor, and in no others
SELECT
  e.id,
  e.min_floor,
  e.max_floor,
  string_agg(DISTINCT n.number::text, ', ') FILTER (WHERE p.floor IS NULL) AS missing_from,
  string_agg(DISTINCT n.number::text, ', ') FILTER (WHERE p.floor IS NOT NULL) AS strays_to
FROM enemies e
CROSS JOIN floors n
LEFT JOIN floor_pools p ON p.enemy_id = e.id AND p.floor = n.number
WHERE (n.number BETWEEN e.min_floor AND e.max_floor) <> (p.floor IS NOT NULL)
GROUP BY e.id
