"""The squares into which web maps cut the world. Pure."""

from dataclasses import dataclass

FINEST = 19  # the zoom at which a house fills a window
HALF = 20_037_508.342789244  # metres: half the equator in EPSG:3857, π × 6 378 137


@dataclass(frozen=True)
class Tile:
    """Column x from the west and row y from the north, of 2^z each way."""

    z: int
    x: int
    y: int

    @property
    def exists(self) -> bool:
        return 0 <= self.z <= FINEST and 0 <= self.x < 2**self.z and 0 <= self.y < 2**self.z

    @property
    def row_from_south(self) -> int:
        return int(2**self.z - 1 - self.y)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north, in metres of EPSG:3857."""
        side = 2 * HALF / 2**self.z
        west, north = self.x * side - HALF, HALF - self.y * side
        return west, north - side, west + side, north
