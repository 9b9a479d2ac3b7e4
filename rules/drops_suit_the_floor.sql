-- no enemy drops an item on a floor above the item's own first floor
SELECT d.enemy_id, d.item_id, e.min_floor AS enemy_from_floor, i.min_floor AS item_from_floor
FROM enemies_drops d
JOIN enemies e ON e.id = d.enemy_id
JOIN items i ON i.id = d.item_id
WHERE e.min_floor < i.min_floor
