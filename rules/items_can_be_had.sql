-- every item can be had: from a shop, an enemy, a boss or the start
SELECT i.id, i.rarity, i.min_floor
FROM items i
WHERE i.buy_price IS NULL
  AND NOT EXISTS (SELECT FROM enemies_drops d WHERE d.item_id = i.id)
  AND NOT EXISTS (SELECT FROM bosses_loot l WHERE l.item_id = i.id)
  AND NOT EXISTS (SELECT FROM classes_starting_items s WHERE s.item_id = i.id)
