-- a boss leaves no more of an item than one inventory slot holds
SELECT l.boss_id, l.position, l.item_id, l.max_quantity, i.max_stack
FROM bosses_loot l
JOIN items i ON i.id = l.item_id
WHERE l.max_quantity > i.max_stack
