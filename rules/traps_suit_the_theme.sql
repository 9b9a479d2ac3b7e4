-- the weights of a theme's traps sum to 100, and each of them is laid by the theme's last floor
SELECT t.id, t.last_floor, sum((e.value ->> 'weight')::integer) AS total_weight, max(r.min_floor) AS latest_trap_floor
FROM themes t
CROSS JOIN LATERAL jsonb_array_elements(t.traps) e (value)
JOIN traps r ON r.id = e.value ->> 'trap_id'
GROUP BY t.id
HAVING sum((e.value ->> 'weight')::integer) <> 100 OR max(r.min_floor) > t.last_floor
