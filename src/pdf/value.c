#include "pdf/value.h"
#include "base/array.h"
#include <string.h>

enum { MOST_DEPTH = 64 };

const struct value value_null;

typedef ARRAY(struct value) values; /* on its way to an array or dictionary */

static int peek(const struct lexer *lexer, size_t ahead) {
    size_t at = lexer->at + ahead;
    return at < lexer->text.length ? (unsigned char)lexer->text.at[at] : -1;
}

static bool is_white(int byte) {
    return byte == 0 || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r' || byte == ' ';
}

static bool is_delimiter(int byte) {
    return byte > 0 && strchr("()<>[]{}/%", byte);
}

static bool is_regular(int byte) {
    return byte >= 0 && !is_white(byte) && !is_delimiter(byte);
}

void lexer_skip(struct lexer *lexer) {
    for (;;) {
        int byte = peek(lexer, 0);
        if (byte == '%')
            while (peek(lexer, 0) >= 0 && peek(lexer, 0) != '\n' && peek(lexer, 0) != '\r')
                lexer->at++;
        else if (byte >= 0 && is_white(byte))
            lexer->at++;
        else
            return;
    }
}

static int hex(int byte) {
    return byte >= '0' && byte <= '9'   ? byte - '0'
           : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
           : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
                                        : -1;
}

/* ---- strings and names ---- */

static struct str keep(struct lexer *lexer, struct buffer *bytes) {
    struct str copy = str_copy(lexer->arena, buffer_view(bytes));
    buffer_free(bytes);
    return copy;
}

static void put(struct buffer *out, int byte) {
    buffer_bytes(out, (char[]){(char)byte}, 1);
}

static void read_escape(struct lexer *lexer, struct buffer *out) {
    static const char letters[] = "nrtbf", bytes[] = "\n\r\t\b\f";
    int byte = peek(lexer, 0);
    lexer->at++;
    const char *letter = byte > 0 ? strchr(letters, byte) : NULL;
    if (letter) {
        put(out, bytes[letter - letters]);
    } else if (byte >= '0' && byte <= '7') {
        int code = byte - '0';
        for (int i = 0; i < 2 && peek(lexer, 0) >= '0' && peek(lexer, 0) <= '7'; i++)
            code = code * 8 + peek(lexer, 0) - '0', lexer->at++;
        put(out, code);
    } else if (byte == '\r') {
        lexer->at += peek(lexer, 0) == '\n' ? 1 : 0;
    } else if (byte >= 0 && byte != '\n') {
        put(out, byte);
    }
}

static bool read_string(struct lexer *lexer, struct value *value) {
    struct buffer out = {0};
    int depth = 1, byte;
    lexer->at++;
    while (depth > 0 && (byte = peek(lexer, 0)) >= 0) {
        lexer->at++;
        if (byte == '\\') {
            read_escape(lexer, &out);
            continue;
        }
        depth += byte == '(' ? 1 : byte == ')' ? -1 : 0;
        if (depth > 0)
            put(&out, byte);
    }
    value->kind = VALUE_STRING;
    value->text = keep(lexer, &out);
    return depth == 0;
}

static bool read_hex_string(struct lexer *lexer, struct value *value) {
    struct buffer out = {0};
    int high = -1, byte;
    lexer->at++;
    while ((byte = peek(lexer, 0)) >= 0 && byte != '>') {
        int digit = hex(byte);
        lexer->at++;
        if (digit < 0)
            continue;
        if (high >= 0)
            put(&out, high * 16 + digit);
        high = high >= 0 ? -1 : digit;
    }
    if (high >= 0)
        put(&out, high * 16);
    lexer->at++;
    value->kind = VALUE_STRING;
    value->text = keep(lexer, &out);
    return byte == '>';
}

static bool read_name(struct lexer *lexer, struct value *value) {
    size_t from = ++lexer->at;
    bool escaped = false;
    for (; is_regular(peek(lexer, 0)); lexer->at++)
        escaped = escaped || peek(lexer, 0) == '#';
    value->kind = VALUE_NAME;
    value->text = str_part(lexer->text, from, lexer->at - from);
    if (!escaped)
        return true;
    struct buffer out = {0};
    struct str raw = value->text;
    for (size_t i = 0; i < raw.length; i++) {
        bool code = raw.at[i] == '#' && i + 2 < raw.length && hex(raw.at[i + 1]) >= 0 &&
                    hex(raw.at[i + 2]) >= 0;
        put(&out, code ? hex(raw.at[i + 1]) * 16 + hex(raw.at[i + 2]) : raw.at[i]);
        i += code ? 2 : 0;
    }
    value->text = keep(lexer, &out);
    return true;
}

/* ---- numbers and words ---- */

static bool read_number(struct str word, double *number) {
    size_t at = word.length && (word.at[0] == '-' || word.at[0] == '+') ? 1 : 0;
    double value = 0, scale = 0;
    bool digits = false;
    for (; at < word.length; at++) {
        if (word.at[at] == '.' && scale == 0) {
            scale = 1;
            continue;
        }
        if (word.at[at] < '0' || word.at[at] > '9')
            return false;
        value = value * 10 + (word.at[at] - '0');
        scale *= 10;
        digits = true;
    }
    *number = (word.at[0] == '-' ? -value : value) / (scale > 0 ? scale : 1);
    return digits;
}

static void read_word(struct lexer *lexer, struct value *value) {
    size_t from = lexer->at;
    while (is_regular(peek(lexer, 0)))
        lexer->at++;
    struct str word = str_part(lexer->text, from, lexer->at - from);
    value->kind = VALUE_WORD;
    value->text = word;
    if (read_number(word, &value->number)) {
        value->kind = VALUE_NUMBER;
    } else if (str_equal(word, STR("true")) || str_equal(word, STR("false"))) {
        value->kind = VALUE_BOOLEAN;
        value->number = word.at[0] == 't';
    } else if (str_equal(word, STR("null"))) {
        value->kind = VALUE_NULL;
    }
}

/* "12 0 R": a number is the beginning of a reference when these follow. */
static void take_reference(struct lexer *lexer, struct value *value) {
    size_t at = lexer->at;
    struct value generation = {0}, word = {0};
    lexer_skip(lexer);
    if (peek(lexer, 0) >= '0' && peek(lexer, 0) <= '9') {
        read_word(lexer, &generation);
        lexer_skip(lexer);
        if (peek(lexer, 0) == 'R' && !is_regular(peek(lexer, 1))) {
            read_word(lexer, &word);
            value->kind = VALUE_REFERENCE;
            return;
        }
    }
    lexer->at = at;
}

/* ---- all of them ---- */

static bool next(struct lexer *lexer, struct value *value, int depth);

static bool read_items(struct lexer *lexer, struct value *value, const char *end, int depth) {
    values items = {0};
    for (;;) {
        lexer_skip(lexer);
        if (peek(lexer, 0) == end[0] && (!end[1] || peek(lexer, 1) == end[1]))
            break;
        if (!next(lexer, array_add(&items, lexer->arena), depth + 1))
            return false;
    }
    lexer->at += strlen(end);
    value->items = items.at;
    value->count = items.count;
    return true;
}

static bool next(struct lexer *lexer, struct value *value, int depth) {
    *value = value_null;
    lexer_skip(lexer);
    int byte = peek(lexer, 0);
    if (byte < 0 || depth > MOST_DEPTH)
        return false;
    if (byte == '(')
        return read_string(lexer, value);
    if (byte == '/')
        return read_name(lexer, value);
    if (byte == '<' && peek(lexer, 1) != '<')
        return read_hex_string(lexer, value);
    if (byte == '<' || byte == '[') {
        bool array = byte == '[';
        lexer->at += array ? 1 : 2;
        value->kind = array ? VALUE_ARRAY : VALUE_DICTIONARY;
        return read_items(lexer, value, array ? "]" : ">>", depth) &&
               (array || value->count % 2 == 0);
    }
    if (is_delimiter(byte))
        return false;
    read_word(lexer, value);
    if (value->kind == VALUE_NUMBER && lexer->references && value->number >= 0)
        take_reference(lexer, value);
    return true;
}

bool lexer_next(struct lexer *lexer, struct value *value) {
    return next(lexer, value, 0);
}
