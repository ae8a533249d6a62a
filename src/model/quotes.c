#include "model/quotes.h"
#include "yaml/node.h"

#include <string.h>

enum direction { EITHER, OPENS, CLOSES };
enum mark { LEFT_DOUBLE, RIGHT_DOUBLE, LOW_DOUBLE, LEFT_ANGLE, RIGHT_ANGLE, MARKS };
static const uint32_t code_points[MARKS] = {0x201C, 0x201D, 0x201E, 0xAB, 0xBB};

/* EITHER: not used in the language, or in use both ways. */
static const struct {
    char language[6];
    uint8_t directions[MARKS];
    const char *hint;
} habits[] = {
    {"en", {OPENS, CLOSES, EITHER, EITHER, EITHER}, "write “…”"},
    {"fr", {OPENS, CLOSES, EITHER, OPENS, CLOSES}, "write « … », and “…” inside"},
    {"es", {OPENS, CLOSES, EITHER, OPENS, CLOSES}, "write «…», and “…” inside"},
    {"ru", {CLOSES, CLOSES, OPENS, OPENS, CLOSES}, "write «…», and „…“ inside"},
    {"be", {CLOSES, CLOSES, OPENS, OPENS, CLOSES}, "write «…», and „…“ inside"},
    {"de-CH", {CLOSES, CLOSES, OPENS, OPENS, CLOSES}, "write «…» or „…“"},
    {"de", {CLOSES, CLOSES, OPENS, CLOSES, OPENS}, "write „…“ or »…«"},
    {"pl", {EITHER, CLOSES, OPENS, OPENS, CLOSES}, "write „…”, and «…» inside"},
};

enum { HABITS = sizeof habits / sizeof *habits };

static size_t habit_of(struct str language) {
    size_t i = 0;
    for (; i < HABITS; i++) {
        struct str tag = str_from(habits[i].language);
        if (str_starts(language, tag) &&
            (language.length == tag.length || language.at[tag.length] == '-'))
            break;
    }
    return i;
}

static bool is_bound_white(uint32_t c) {
    return c == 0xA0 || c == 0x202F;
}

static bool is_white(uint32_t c) {
    return c <= ' ' || is_bound_white(c);
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

/* How an angle with white on both sides stands, as in French: the white that does not break is its
 * inner one; where both may, they open and close in turn. */
static enum direction stands_apart(uint32_t before, uint32_t after, bool inside) {
    if (is_bound_white(before) != is_bound_white(after))
        return is_bound_white(after) ? OPENS : CLOSES;
    return inside ? CLOSES : OPENS;
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

struct reader {
    const struct node *node;
    struct span span;
    size_t habit;
    bool inside; /* angles */
    struct diag *diag;
};

static void mark_check(struct reader *reader, int mark, size_t at, uint32_t before,
                       uint32_t after) {
    bool angle = mark == LEFT_ANGLE || mark == RIGHT_ANGLE;
    enum direction should = habits[reader->habit].directions[mark];
    enum direction is = angle && is_white(before) && is_white(after)
                            ? stands_apart(before, after, reader->inside)
                            : stands(before, after);
    if (angle)
        reader->inside = (is == EITHER ? should : is) == OPENS;
    if (is == EITHER || should == EITHER || is == should)
        return;
    char character[5] = {0};
    utf8_write(character, code_points[mark]);
    diag_warn(reader->diag, reader->node ? node_place(reader->node, at) : reader->span,
              habits[reader->habit].hint,
              "the quotation mark %s is the wrong way round: it %s here", character,
              is == OPENS ? "opens" : "closes");
}

void check_quotes(struct str text, const struct node *node, struct span span, struct str language,
                  struct diag *diag) {
    struct reader reader = {.node = node, .span = span, .habit = habit_of(language), .diag = diag};
    if (reader.habit == HABITS || !text.length)
        return;
    const char *begin = text.at, *at = begin, *end = at + text.length;
    uint32_t before = ' ';
    while (at < end) {
        const char *from = at;
        /* All marks begin with one of two bytes. */
        bool candidate = *at == '\xE2' || *at == '\xC2';
        uint32_t c = utf8_next(&at, end);
        int mark = candidate ? mark_of(c) : -1;
        const char *next = at;
        if (mark >= 0)
            mark_check(&reader, mark, (size_t)(from - begin), before,
                       at < end ? utf8_next(&next, end) : ' ');
        else if (c == '\n' && before == '\n') /* another paragraph */
            reader.inside = false;
        before = c;
    }
}
