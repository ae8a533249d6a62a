/* Values of a PDF file as it is read (ISO 32000-1, 7.3): the same for objects and for the operands
 * of page contents. */
#ifndef PDF_VALUE_H
#define PDF_VALUE_H

#include "base/str.h"

enum value_kind {
    VALUE_NULL,
    VALUE_BOOLEAN,
    VALUE_NUMBER,
    VALUE_STRING,
    VALUE_NAME,
    VALUE_ARRAY,
    VALUE_DICTIONARY,
    VALUE_REFERENCE,
    VALUE_WORD /* an operator or keyword */
};

struct value {
    enum value_kind kind;
    double number;             /* also of a boolean, and the object a reference leads to */
    struct str text;           /* string, name, word; without brackets and escapes */
    const struct value *items; /* of an array; of a dictionary key and value by turns */
    size_t count;              /* of items */
    struct str stream;         /* as it stands in the file; `at` is NULL when there is none */
};

extern const struct value value_null;

struct lexer {
    struct str text;
    size_t at;
    struct arena *arena; /* owns what values point to */
    bool references;     /* "1 0 R" is one value; not so in page contents */
};

/* The next value. False at the end, and where what stands there is no value. */
bool lexer_next(struct lexer *lexer, struct value *value);
/* Passes over white space and comments. */
void lexer_skip(struct lexer *lexer);

#endif
