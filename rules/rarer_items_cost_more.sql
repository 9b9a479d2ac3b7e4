-- an item sells for more than every commoner item of its kind
SELECT i.id, i.kind, i.rarity, i.sell_price, max(c.sell_price) AS commoner_item_sells_for
FROM items i
JOIN items c ON c.kind = i.kind
CROSS JOIN (VALUES (ARRAY['common', 'uncommon', 'rare', 'epic', 'legendary', 'unique'])) ladder (steps)
WHERE array_position(steps, c.rarity) < array_position(steps, i.rarity)
GROUP BY i.id
HAVING i.sell_price <= max(c.sell_price)
