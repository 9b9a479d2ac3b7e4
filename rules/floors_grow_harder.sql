-- a deeper floor has at least as many monsters as the one above it, and richer loot
SELECT f.number, f.monster_budget, above.monster_budget AS budget_above, f.loot_scale, above.loot_scale AS scale_above
FROM floors f
JOIN floors above ON above.number = f.number - 1
WHERE f.monster_budget < above.monster_budget OR f.loot_scale <= above.loot_scale
