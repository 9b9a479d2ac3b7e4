// TS2345: Argument of type 'number' is not assignable to parameter of type 'FloorNumber'
import { floorsByNumber } from "@game/dungeon";

floorsByNumber.get(1);
