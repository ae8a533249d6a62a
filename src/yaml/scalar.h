/* One value of a field, list or not, from a node into its C type. */
#ifndef YAML_SCALAR_H
#define YAML_SCALAR_H

#include "yaml/schema.h"

struct reading {
    struct arena *arena;
    struct pool *pool;   /* of the same arena */
    struct arena *lists; /* of the lists that stand right in the record */
    struct diag *diag;
};

/* Empty, `~` or `null`, without quotes: as good as not there. */
bool node_absent(const struct node *node);

/* What messages call the field: its name, or the key of the value where the name is "". */
struct str field_label(const struct field *field, const struct node *node);

/* Reads any type but FIELD_RECORD and FIELD_MAP into `out`, which is zeroed. */
void scalar_read(const struct reading *reading, const struct field *field, const struct node *node,
                 void *out);

/* Bytes of the C type behind a type; 0 for records and maps. */
size_t scalar_size(enum field_type type);

/* "a, b, c" in backquotes. */
struct str words_list(struct arena *arena, const char *const *words, size_t count);

#endif
