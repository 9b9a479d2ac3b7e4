-- a patrol has stops, numbered from 1 without a gap, and starts at the first of them
SELECT p.zone_id, p.name, p.starts_at, first.waypoint AS first_stop, count(s.stop) AS stops, max(s.stop) AS last_stop
FROM patrols p
LEFT JOIN patrol_stops s ON s.zone_id = p.zone_id AND s.patrol = p.name
LEFT JOIN patrol_stops first ON first.zone_id = p.zone_id AND first.patrol = p.name AND first.stop = 1
GROUP BY p.zone_id, p.name, first.waypoint
HAVING first.waypoint IS DISTINCT FROM p.starts_at OR count(s.stop) <> max(s.stop)
