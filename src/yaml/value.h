/* The values that tables describe (schema.h) and that the model is made of. */
#ifndef YAML_VALUE_H
#define YAML_VALUE_H

#include "base/date.h"
#include "base/length.h"
#include "base/colour.h"
#include "base/span.h"
#include "base/str.h"
#include <stdbool.h>

/* A string and where it stands. Absent: text.at == NULL. */
struct string {
    struct str text;
    struct span span;
};

/* Plain text, or a map by language. One translation with an empty language when it is plain.
 * Texts that say the same share their translations, which therefore have no place of their own. */
struct translation {
    struct str language;
    struct str text;
    const struct node *node; /* of Markdown: the scalar, for node_place; else NULL */
};
struct text {
    const struct translation *at;
    size_t count; /* 0: absent */
    struct span span;
};

/* Absent: date.year == 0. */
struct dated {
    struct date date;
    struct span span;
};

struct integer {
    int64_t value;
    bool given;
    struct span span;
};

struct boolean {
    bool value, given;
    struct span span;
};

/* Absent: given false. */
struct dimension {
    sp value;
    bool given;
    struct span span;
};

/* A part of something, 1/10000. Absent: given false. */
struct share {
    int32_t value;
    bool given;
    struct span span;
};

struct tint {
    struct colour colour;
    struct str spot; /* the name of its plate on a press; empty: it is mixed from the inks */
    bool given;
    struct span span;
};

/* One of a table of words; value is the word's index. */
struct choice {
    int value;
    bool given;
    struct span span;
};

#define LIST(type)                                                                                 \
    struct {                                                                                       \
        type *at;                                                                                  \
        size_t count;                                                                              \
        struct span span;                                                                          \
    }

/* The layout shared by every LIST, for code that walks one by element size. */
struct list {
    void *at;
    size_t count;
    struct span span;
};
struct strings {
    struct string *at;
    size_t count;
    struct span span;
};
struct texts {
    struct text *at;
    size_t count;
    struct span span;
};

/* The translation for `language`: the exact tag, else its primary language, else plain text, else
 * English, else the first; NULL when the text is absent. */
const struct translation *text_find(const struct text *text, struct str language);
struct str text_in(const struct text *text, struct str language); /* empty when absent */
/* True when there is a translation for just this language or the text is plain. */
bool text_has(const struct text *text, struct str language);

#endif
