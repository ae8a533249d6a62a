#include "pdf/map.h"

static void place(struct map *map, struct map_slot slot) {
    size_t i = map_start(map, slot.key);
    while (map->slots[i].value)
        i = (i + 1) & (map->capacity - 1);
    map->slots[i] = slot;
}

/* At most half full, so that a search looks at two slots on average. */
static void grow(struct map *map, struct arena *arena) {
    struct map old = *map;
    map->capacity = old.capacity ? old.capacity * 2 : 256;
    map->slots = arena_make(arena, struct map_slot, map->capacity);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.slots[i].value)
            place(map, old.slots[i]);
    arena_drop(arena, old.slots, old.capacity * sizeof *old.slots);
}

void map_add(struct map *map, struct arena *arena, uint64_t key, uint32_t value) {
    if (map->count * 2 >= map->capacity)
        grow(map, arena);
    place(map, (struct map_slot){key, value + 1});
    map->count++;
}
