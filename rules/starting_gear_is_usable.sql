-- what a class starts out wearing is of a kind that it is proficient with
SELECT s.character_class_id, s.item_id, i.kind, c.proficiencies
FROM classes_starting_items s
JOIN classes c ON c.id = s.character_class_id
JOIN items i ON i.id = s.item_id
WHERE s.equipped AND NOT c.proficiencies ? i.kind
