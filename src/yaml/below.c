#include "yaml/below.h"

/* Records are few and fixed with the program: a walk along the list is enough. */
static bool is_listed(const struct records *records, const struct record *record) {
    for (size_t i = 0; i < records->count; i++)
        if (records->at[i] == record)
            return true;
    return false;
}

struct records records_below(struct arena *arena, const struct record *root) {
    struct records records = {0};
    array_push(&records, arena, root);
    for (size_t i = 0; i < records.count; i++)
        for (size_t j = 0; j < records.at[i]->count; j++) {
            const struct record *below = records.at[i]->fields[j].record;
            if (below && !is_listed(&records, below))
                array_push(&records, arena, below);
        }
    return records;
}

const struct field *record_bare(const struct record *record) {
    for (size_t i = 0; i < record->count; i++)
        if (record->fields[i].name[0] == 0)
            return &record->fields[i];
    return NULL;
}
