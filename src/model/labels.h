/* The words of the pages ("Print version", "page {page} of {pages}"), translated in
 * data/labels.yaml. */
#ifndef MODEL_LABELS_H
#define MODEL_LABELS_H

#include "yaml/schema.h"
#include "yaml/value.h"

struct label {
    struct string key;
    struct text text;
    struct span span;
};

/* Sorted by key after loading. */
struct labels {
    struct label *at;
    size_t count;
};

/* The keys the program uses; each must be in the data in every language an edition is made in. */
extern const char *const label_keys[];
extern const size_t label_key_count;

/* One label, for a map by key whose values are texts. */
extern const struct record label_record;

/* NULL when there is none. */
const struct label *label_find(const struct labels *labels, struct str key);

/* The word in `language`; a key that is not there is a fault at load, so this always finds. */
struct str label_in(const struct labels *labels, const char *key, struct str language);

#endif
