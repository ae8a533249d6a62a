/* Content streams (ISO 32000-1, 7.8.2 and 14.6), for what mutool's trace does not tell: which
 * marked content each glyph belongs to. */
#ifndef BENCH_TYPOGRAPHY_MARKS_H
#define BENCH_TYPOGRAPHY_MARKS_H

#include "typography_structure.h"

enum { MARK_NONE = -1, MARK_ARTIFACT = -2 };

/* Glyphs in the order in which they are shown, from one page to the next. */
struct marked_run {
    int32_t mark; /* MCID, or one of the above */
    size_t glyphs;
};

struct marks {
    struct arena *arena;
    ARRAY(struct marked_run) runs;
    /* of the operands of the operator to come */
    char tag[12];
    int32_t mcid;
    bool is_mcid;
    size_t bytes;
    int32_t mark; /* of the outermost marked content that is open */
    size_t depth;
};

/* A string after its opening parenthesis (7.3.4.2). Past its end. */
static const char *read_string(struct marks *marks, const char *at, const char *end) {
    for (int open = 1; at < end; at++) {
        if (*at == '\\' && at + 1 < end) {
            at++;
            for (int i = 0;
                 i < 2 && *at >= '0' && *at <= '7' && at + 1 < end && at[1] >= '0' && at[1] <= '7';
                 i++)
                at++;
        } else if (*at == '(') {
            open++;
        } else if (*at == ')' && !--open) {
            return at + 1;
        }
        marks->bytes++;
    }
    return end;
}

static void read_operator(struct marks *marks, struct str operator) {
    if (str_equal(operator, STR("BDC")) || str_equal(operator, STR("BMC"))) {
        if (!marks->depth++)
            marks->mark = !strcmp(marks->tag, "Artifact") ? MARK_ARTIFACT : marks->mcid;
    } else if (str_equal(operator, STR("EMC"))) {
        marks->depth -= marks->depth > 0;
        marks->mark = marks->depth ? marks->mark : MARK_NONE;
    } else if (str_equal(operator, STR("TJ")) || str_equal(operator, STR("Tj"))) {
        struct marked_run run = {marks->mark, marks->bytes / 2}; /* all our fonts take two bytes */
        array_push(&marks->runs, marks->arena, run);
    }
    marks->tag[0] = 0;
    marks->mcid = MARK_NONE;
    marks->bytes = 0;
}

static bool is_delimiter(char c) {
    return c <= ' ' ? c >= 0 : strchr("()<>[]{}/%", c) != NULL;
}

/* A name, number or operator. */
static const char *read_word(struct marks *marks, const char *at, const char *end) {
    const char *start = at++;
    while (at < end && !is_delimiter(*at))
        at++;
    struct str word = {start, (size_t)(at - start)};
    if (*start == '/') {
        if (!marks->tag[0] && word.length <= sizeof marks->tag)
            memcpy(marks->tag, start + 1, word.length - 1), marks->tag[word.length - 1] = 0;
        marks->is_mcid = str_equal(word, STR("/MCID"));
    } else if ((*start >= '0' && *start <= '9') || *start == '-' || *start == '.') {
        if (marks->is_mcid)
            marks->mcid = (int32_t)strtol(start, NULL, 10);
        marks->is_mcid = false;
    } else {
        read_operator(marks, word);
    }
    return at;
}

static void marks_read(struct marks *marks, struct str content) {
    const char *at = content.at, *end = at + content.length;
    marks->mark = marks->mcid = MARK_NONE;
    while (at < end) {
        if (*at == '(')
            at = read_string(marks, at + 1, end);
        else if (*at == '/' || !is_delimiter(*at))
            at = read_word(marks, at, end);
        else
            at++;
    }
}

#endif
