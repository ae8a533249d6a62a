#include "layout/setter.h"

#include <string.h>

sp master_full_width(const struct master *master) {
    return master->width - master->inner - master->outer;
}

sp master_column_width(const struct master *master) {
    sp full = master_full_width(master);
    if (master->side_width > 0)
        full -= master->side_width + master->side_gap;
    return (full - (master->columns - 1) * master->gap) / master->columns;
}

uint32_t tag_add(struct setter *setter, enum role role, uint32_t parent, struct str language) {
    struct tag *tag = array_add(&setter->tags, setter->result);
    *tag = (struct tag){.role = (uint8_t)role, .parent = parent};
    if (language.length)
        tag_texts_fill(tag, setter->result)->language = str_copy(setter->result, language);
    return (uint32_t)(setter->tags.count - 1);
}

/* The free or matching slot for an id. */
static struct place_entry *places_slot(const struct places *places, struct str id) {
    size_t mask = places->capacity - 1;
    size_t i = (size_t)str_hash(id) & mask;
    while (places->at[i].id.at && !str_equal(places->at[i].id, id))
        i = (i + 1) & mask;
    return &places->at[i];
}

static void places_grow(struct places *places, struct arena *arena) {
    struct places old = *places;
    places->capacity = old.capacity ? old.capacity * 2 : 256;
    places->at = arena_make(arena, struct place_entry, places->capacity);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.at[i].id.at)
            *places_slot(places, old.at[i].id) = old.at[i];
    arena_drop(arena, old.at, old.capacity * sizeof *old.at);
}

struct place_entry *places_add(struct places *places, struct arena *arena, struct str id) {
    if (places->count * 2 >= places->capacity)
        places_grow(places, arena);
    struct place_entry *entry = places_slot(places, id);
    if (!entry->id.at) {
        entry->id = str_copy(arena, id);
        places->count++;
    }
    return entry;
}

const struct place_entry *places_find(const struct places *places, struct str id) {
    if (places->capacity == 0)
        return NULL;
    const struct place_entry *entry = places_slot(places, id);
    return entry->id.at ? entry : NULL;
}
