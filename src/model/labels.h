/* The words of the pages ("Print version", "page {page} of {pages}"),
 * translated in data/labels.yaml. */
#ifndef MODEL_LABELS_H
#define MODEL_LABELS_H

#include "model/index.h"
#include "yaml/schema.h"
#include "yaml/value.h"

struct label {
    struct string key;
    struct text text;
    bool built_in; /* not from labels.yaml: the program's own English word */
    struct span span;
};

/* Sorted by key after loading; then every one of label_keys is there. */
struct labels {
    struct label *at;
    size_t count;
    struct id_table table;
};

/* The keys the program uses; labels.yaml must have each in every language an
 * edition is made in. */
extern const char *const label_keys[];
extern const size_t label_key_count;

/* One label, for a map by key whose values are texts. */
extern const struct record label_record;

/* Whether it is one of label_keys. */
bool label_is_known(struct str key);
/* Whether a print version has the label; the others stand in bulletins and directories only. */
bool label_is_of_release(struct str key);
/* Sorts the labels and adds the program's own word for each of label_keys that
 * is not there. */
void labels_complete(struct labels *labels, struct arena *arena);

/* The word in `language`, of a key that is in label_keys, else in English. */
struct str label_in(const struct labels *labels, const char *key, struct str language);

#endif
