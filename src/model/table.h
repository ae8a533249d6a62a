/* How the tables of the model are written. */
#ifndef MODEL_TABLE_H
#define MODEL_TABLE_H

#include "yaml/schema.h"
#include <stddef.h>

/* A field whose key in the data is the member's name. The rest: .required, .list, .record,
 * .choices, .about, .example. */
#define FIELD(owner, member, field_type, ...)                                                      \
    { .name = #member, .type = (field_type), .offset = offsetof(struct owner, member), __VA_ARGS__ }

#define WORDS(identifier, ...)                                                                     \
    static const char *const identifier##_words[] = {__VA_ARGS__};                                 \
    const struct choices identifier = {identifier##_words,                                         \
                                       sizeof identifier##_words / sizeof *identifier##_words}

/* A record whose fields are in the array NAME_fields. */
#define RECORD(identifier, owner, text)                                                            \
    {                                                                                              \
        .name = #identifier, .about = (text), .size = sizeof(struct owner),                        \
        .fields = identifier##_fields,                                                             \
        .count = sizeof identifier##_fields / sizeof *identifier##_fields,                         \
        .span = offsetof(struct owner, span)                                                       \
    }

#endif
