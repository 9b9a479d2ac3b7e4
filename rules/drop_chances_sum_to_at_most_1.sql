-- an enemy drops at most one thing: the chances of its drops sum to at most 1
SELECT e.id, sum(d.chance) AS total_chance
FROM enemies e
JOIN enemies_drops d ON d.enemy_id = e.id
GROUP BY e.id
HAVING sum(d.chance) > 1
