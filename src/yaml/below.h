/* What tables say about a record as a whole: its bare field, the records it is made of. */
#ifndef YAML_BELOW_H
#define YAML_BELOW_H

#include "base/array.h"
#include "yaml/schema.h"

struct records {
    const struct record **at;
    size_t count, capacity;
};

/* `root` and all records below it, each once, in the order in which the tables first name them. */
struct records records_below(struct arena *arena, const struct record *root);

/* The field named "", which takes the value itself (schema.h), or NULL. */
const struct field *record_bare(const struct record *record);

#endif
