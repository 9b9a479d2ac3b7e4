-- no boss leaves an item on a floor above the item's own first floor
SELECT l.boss_id, l.position, l.item_id, b.floor AS boss_floor, i.min_floor AS item_from_floor
FROM bosses_loot l
JOIN bosses b ON b.id = l.boss_id
JOIN items i ON i.id = l.item_id
WHERE b.floor < i.min_floor
