-- a boss summons only creatures that players have met by its floor
SELECT DISTINCT b.id, b.floor, e.id AS summoned, e.min_floor AS summoned_from_floor
FROM bosses b
CROSS JOIN LATERAL jsonb_path_query(b.phases, '$[*].summons[*].enemy_id') s (enemy_id)
JOIN enemies e ON to_jsonb(e.id) = s.enemy_id
WHERE e.min_floor > b.floor
