#include "model/quotes.h"
#include "yaml/node.h"

#include <string.h>

enum direction { EITHER, OPENS, CLOSES };
enum mark { LEFT_DOUBLE, RIGHT_DOUBLE, LOW_DOUBLE, LEFT_ANGLE, RIGHT_ANGLE, MARKS };
static const uint32_t code_points[MARKS] = {0x201C, 0x201D, 0x201E, 0xAB, 0xBB};

/* EITHER: not used in the language, or in use both ways. */
static const struct {
    char language[3];
    uint8_t directions[MARKS];
    const char *hint;
} habits[] = {
    {"en", {OPENS, CLOSES, EITHER, EITHER, EITHER}, "write \xE2\x80\x9C\xE2\x80\xA6\xE2\x80\x9D"},
    {"fr", {OPENS, CLOSES, EITHER, OPENS, CLOSES}, "write \xC2\xAB\xE2\x80\xA6\xC2\xBB"},
    {"es", {OPENS, CLOSES, EITHER, OPENS, CLOSES}, "write \xC2\xAB\xE2\x80\xA6\xC2\xBB"},
    {"ru", {EITHER, CLOSES, OPENS, OPENS, CLOSES}, "write \xC2\xAB\xE2\x80\xA6\xC2\xBB"},
    {"be", {EITHER, CLOSES, OPENS, OPENS, CLOSES}, "write \xC2\xAB\xE2\x80\xA6\xC2\xBB"},
    {"de", {CLOSES, EITHER, OPENS, EITHER, EITHER}, "write \xE2\x80\x9E\xE2\x80\xA6\xE2\x80\x9C"},
    {"pl", {EITHER, CLOSES, OPENS, OPENS, CLOSES}, "write \xE2\x80\x9E\xE2\x80\xA6\xE2\x80\x9D"},
};

static size_t habit_of(struct str language) {
    size_t i = 0, count = sizeof habits / sizeof *habits;
    while (i < count && !(language.length >= 2 && memcmp(language.at, habits[i].language, 2) == 0 &&
                          (language.length == 2 || language.at[2] == '-')))
        i++;
    return i;
}

static bool is_white(uint32_t c) {
    return c <= ' ' || c == 0xA0 || c == 0x202F;
}

/* What may stand before a mark that opens: white, brackets, dashes, another mark. */
static bool leads(uint32_t c) {
    return is_white(c) || c == '(' || c == '[' || c == '*' || c == '_' || c == '>' || c == '/' ||
           (c >= 0x2012 && c <= 0x2015);
}

/* What may stand after a mark that closes. */
static bool trails(uint32_t c) {
    return is_white(c) || (c < 0x80 && strchr(",.;:!?)]*_-/", (char)c)) ||
           (c >= 0x2012 && c <= 0x2015) || c == 0x2026;
}

/* How the mark stands; EITHER when that cannot be told. */
static enum direction stands(uint32_t before, uint32_t after) {
    bool opens = leads(before) && !trails(after), closes = !leads(before) && trails(after);
    return opens ? OPENS : closes ? CLOSES : EITHER;
}

static int mark_of(uint32_t c) {
    for (int i = 0; i < MARKS; i++)
        if (code_points[i] == c)
            return i;
    return -1;
}

void check_quotes(const struct string *text, const struct node *node, struct str language,
                  struct diag *diag) {
    size_t habit = habit_of(language);
    if (habit == sizeof habits / sizeof *habits || !text->text.length)
        return;
    const char *begin = text->text.at, *at = begin, *end = at + text->text.length;
    uint32_t before = ' ';
    while (at < end) {
        /* All marks begin with one of two bytes. */
        if (*at != '\xE2' && *at != '\xC2') {
            before = utf8_next(&at, end);
            continue;
        }
        const char *from = at;
        uint32_t c = utf8_next(&at, end);
        int mark = mark_of(c);
        if (mark >= 0) {
            const char *next = at;
            enum direction is = stands(before, at < end ? utf8_next(&next, end) : ' ');
            enum direction should = habits[habit].directions[mark];
            if (is != EITHER && should != EITHER && is != should)
                diag_warn(diag, node ? node_place(node, (size_t)(from - begin)) : text->span,
                          habits[habit].hint,
                          "the quotation mark %.*s is the wrong way round: it %s here",
                          (int)(at - from), from, is == OPENS ? "opens" : "closes");
        }
        before = c;
    }
}
