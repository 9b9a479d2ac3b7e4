-- an enemy evolves into one with more hit points that is worth more experience
SELECT e.id, e.hp, e.xp, n.id AS evolved, n.hp AS evolved_hp, n.xp AS evolved_xp
FROM enemies e
JOIN enemies n ON n.id = e.evolves_into
WHERE n.hp <= e.hp OR n.xp <= e.xp
