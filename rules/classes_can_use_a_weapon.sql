-- every class is proficient with weapons, and one of them asks for nothing but its primary attribute
SELECT c.id, c.primary_attribute, c.proficiencies
FROM classes c
WHERE NOT c.proficiencies ? 'weapon'
  OR NOT EXISTS (
    SELECT
    FROM items i
    WHERE i.kind = 'weapon'
      AND coalesce(i.requirements, '{}') - c.primary_attribute = '{}'
  )
