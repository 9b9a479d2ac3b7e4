-- a boss has more hit points than the boss above it, and gives more experience and gold
SELECT b.id, b.floor, b.hp, b.xp, b.gold, above.id AS boss_above, above.hp AS its_hp, above.xp AS its_xp, above.gold AS its_gold
FROM bosses b
JOIN bosses above ON above.floor = (SELECT max(floor) FROM bosses WHERE floor < b.floor)
WHERE b.hp <= above.hp OR b.xp <= above.xp OR b.gold <= above.gold
