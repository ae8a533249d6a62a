/* Records by id. */
#ifndef MODEL_INDEX_H
#define MODEL_INDEX_H

#include "base/arena.h"
#include "base/str.h"

/* Open addressing over indexes of an array; the ids are read through it. */
struct id_table {
    uint32_t *slots; /* index + 1; 0 free */
    size_t capacity;
    const char *records;
    size_t count;
    size_t size; /* of a record; it begins with the struct string or struct str of its id */
};

struct model_index {
    struct id_table missions, sources, releases, bulletins, directories, themes;
};

/* Where an id stands twice the first counts. Takes time linear in `count`. */
void id_table_fill(struct id_table *table, struct arena *arena, const void *records, size_t count,
                   size_t size);
const void *id_table_find(const struct id_table *table, struct str id);

#endif
