/* A hash map from 64-bit keys to small numbers: pointers to words, hashes of paths. */
#ifndef PDF_MAP_H
#define PDF_MAP_H

#include "base/arena.h"
#include <stdint.h>

struct map_slot {
    uint64_t key;
    uint32_t value; /* plus one; 0 is an empty slot */
};
/* Zero-initialised it is empty. Never shrinks; memory is the arena's. */
struct map {
    struct map_slot *slots;
    size_t capacity, count;
};

/* Multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4): the top bits are best. */
static inline size_t map_start(const struct map *map, uint64_t key) {
    return (size_t)((key * 0x9E3779B97F4A7C15u) >> 32) & (map->capacity - 1);
}

/* UINT32_MAX when the key is not there. Safe from several threads while nobody adds. */
static inline uint32_t map_find(const struct map *map, uint64_t key) {
    if (map->capacity == 0)
        return UINT32_MAX;
    for (size_t i = map_start(map, key);; i = (i + 1) & (map->capacity - 1)) {
        if (map->slots[i].value == 0)
            return UINT32_MAX;
        if (map->slots[i].key == key)
            return map->slots[i].value - 1;
    }
}

/* Adds a key that is not there yet. */
void map_add(struct map *map, struct arena *arena, uint64_t key, uint32_t value);

#endif
