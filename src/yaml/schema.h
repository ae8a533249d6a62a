/* Tables that describe the data. One table gives the reader, its "did you mean" hints, the JSON
 * Schema and the field reference in data/README.md. */
#ifndef YAML_SCHEMA_H
#define YAML_SCHEMA_H

#include "base/arena.h"
#include "base/diag.h"
#include "yaml/node.h"
#include "yaml/pool.h"
#include "yaml/value.h"
#include <stdio.h>

/* What a field holds and the C type behind it. */
enum field_type {
    FIELD_STRING,    /* struct string: one line of text */
    FIELD_ID,        /* struct string: a-z 0-9 and - only */
    FIELD_TEXT,      /* struct text: plain or a map by language */
    FIELD_MARKDOWN,  /* struct text: Markdown, plain or a map by language */
    FIELD_INTEGER,   /* struct integer */
    FIELD_BOOLEAN,   /* struct boolean */
    FIELD_DATE,      /* struct dated: 2019-11-15, 2016-02, 1992 */
    FIELD_DAY,       /* struct dated: a whole date */
    FIELD_LENGTH,    /* struct dimension: "13.5 pt", "20 mm" */
    FIELD_SHARE,     /* struct share: "2 %", "0.5 %" */
    FIELD_COLOUR,    /* struct tint: {rgb: "#1F3A5F", cmyk: [90, 70, 30, 25], spot: Name} or "#1F3A5F" alone */
    FIELD_CHOICE,    /* struct choice: one of field->choices */
    FIELD_LANGUAGE,  /* struct string: a BCP 47 tag */
    FIELD_COUNTRY,   /* struct string: ISO 3166-1 alpha-2, capitals */
    FIELD_EMAIL,     /* struct string */
    FIELD_URL,       /* struct string: https://…, http://… or www.… */
    FIELD_PATH,      /* struct string: a file, relative to the file that names it */
    FIELD_REFERENCE, /* struct string: the id of another record; checked by model/check */
    FIELD_RECORD,    /* a struct described by field->record, embedded */
    FIELD_MAP        /* LIST(struct entry-like): a mapping whose keys are free; element is field->record,
                        whose first member is `struct string key` and receives the key */
};

/* What is absent, for members that are pointers. */
extern const union absent {
    struct string string;
    struct text text;
    struct dated dated;
    struct integer integer;
    struct boolean boolean;
    struct dimension dimension;
    struct share share;
    struct tint tint;
    struct choice choice;
    struct list list;
} schema_absent;

struct choices {
    const char *const *words;
    size_t count;
};

struct field {
    const char *name;
    enum field_type type;
    size_t offset;               /* of the member in the record's struct */
    bool required;
    bool list;                   /* the member is a LIST of the type; a single value is also taken */
    bool apart;                  /* the member is a pointer to it, for what is rarely given: where it
                                    is absent, to zeroes. Not for FIELD_RECORD and FIELD_MAP alone */
    const struct record *record; /* FIELD_RECORD, FIELD_MAP */
    const struct choices *choices;
    const char *about;           /* one sentence for the field reference */
    const char *example;         /* as it stands in YAML */
};

struct record {
    const char *name;  /* "mission" */
    const char *about; /* one or two sentences */
    size_t size;       /* of the struct */
    const struct field *fields;
    size_t count;
    size_t span;       /* offset of a `struct span` that receives the place of the record */
};

/* A field whose name is "" takes the value itself instead of a key of it. Where it is the only field
 * of its record, it takes the value whatever its kind, so that `labels: {news: {en: News}}` is a
 * FIELD_MAP of a record with the single field {"", FIELD_TEXT}. Beside other fields it takes a value
 * that is not a mapping, so that `head: "Ivan Ivanou"` may stand for `head: {name: "Ivan Ivanou"}`:
 * {"", FIELD_TEXT} and {"name", FIELD_TEXT} then share one offset, and either meets `required`.
 * A record has at most 64 fields.
 *
 * A value left empty, `~` or `null` counts as absent, everywhere. */

/* Fills the struct at `out` (record->size zeroed bytes) from a mapping. Unknown keys (with the
 * nearest known one), wrong types, missing required fields and ill-formed values go into diag, each
 * with its place; what could be read is read. All that the struct holds is owned by the arena. */
void schema_read(const struct record *record, const struct node *node, void *out,
                 struct arena *arena, struct diag *diag);

/* The same, with strings kept by the pool, and all else by its arena but the lists that stand right
 * in the record: they are owned by `lists`, for their elements may be copied elsewhere. */
void schema_read_apart(const struct record *record, const struct node *node, void *out,
                       struct arena *lists, struct pool *pool, struct diag *diag);

/* The field reference as Markdown: a heading and a table for `record` and the records below it. */
void schema_reference(const struct record *record, FILE *out);
/* JSON Schema (draft 2020-12) of a file whose root is `record`. */
void schema_json(const struct record *record, FILE *out);

/* The candidate nearest to `word` by str_distance when it is near enough to be meant (at most a third
 * of its length, at least 1), else NULL. */
const char *schema_nearest(struct str word, const char *const *candidates, size_t count);

#endif
