-- the weights of a floor's pool sum to 100, so that each is a percentage
SELECT f.number, coalesce(sum(p.weight), 0) AS total_weight
FROM floors f
LEFT JOIN floor_pools p ON p.floor = f.number
GROUP BY f.number
HAVING coalesce(sum(p.weight), 0) <> 100
