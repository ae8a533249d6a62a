#include "model/pictures.h"
#include "base/array.h"
#include "base/file.h"

#include <ctype.h>
#include <string.h>

struct bracket {
    size_t at; /* of the text behind it */
    bool picture;
};

struct scan {
    const struct node *node;
    struct str text;
    struct arena *scratch;
    struct diag *diag;
    ARRAY(struct bracket) open;
};

static bool is_at(const struct scan *scan, size_t at, char c) {
    return at < scan->text.length && scan->text.at[at] == c;
}

/* Behind the opening bracket: where the destination begins and, by return, ends. In pointed
 * brackets it may have spaces; else it ends at one, or at the bracket that has no partner. */
static size_t destination(const struct scan *scan, size_t *at) {
    while (*at < scan->text.length && isspace((unsigned char)scan->text.at[*at]))
        ++*at;
    bool pointed = is_at(scan, *at, '<');
    *at += pointed;
    size_t end = *at, depth = 0;
    for (; end < scan->text.length && scan->text.at[end] != '\n'; end++) {
        char c = scan->text.at[end];
        if (pointed ? c == '>' : isspace((unsigned char)c) || (c == ')' && depth == 0))
            break;
        if (c == '\\' && end + 1 < scan->text.length)
            end++;
        else
            depth += (size_t)(c == '(') - (size_t)(c == ')');
    }
    return end < scan->text.length ? end : scan->text.length;
}

/* A backslash before a punctuation mark stands for the mark. */
static struct str unescaped(const struct scan *scan, struct str s) {
    char *out = arena_alloc(scan->scratch, s.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < s.length; i++) {
        if (s.at[i] == '\\' && i + 1 < s.length && ispunct((unsigned char)s.at[i + 1]))
            i++;
        out[length++] = s.at[i];
    }
    return (struct str){out, length};
}

static struct span place(const struct scan *scan, size_t at) {
    return node_place(scan->node, at);
}

static void check_file(const struct scan *scan, size_t from, size_t end) {
    struct str name = unescaped(scan, str_part(scan->text, from, end - from));
    const char *file = scan->node->span.file;
    if (name.length == 0) {
        diag_fault(scan->diag, place(scan, from), "write ![what it shows](file)",
                   "the picture has no file");
        return;
    }
    struct str path = path_join(scan->scratch, path_folder(str_from(file)), name);
    if (!file_exists(path.at))
        diag_fault(scan->diag, place(scan, from),
                   "check the name; it is relative to the folder of this file",
                   "there is no picture `%.*s`", STR_ARGS(name));
}

/* `]` at `at` closes the bracket; behind it `(` makes a picture of it. */
static void close_bracket(struct scan *scan, struct bracket bracket, size_t at) {
    if (!bracket.picture || !is_at(scan, at + 1, '('))
        return;
    if (str_trim(str_part(scan->text, bracket.at, at - bracket.at)).length == 0)
        diag_fault(scan->diag, place(scan, bracket.at - strlen("![")),
                   "write ![what it shows](file)",
                   "the picture has no words for those who do not see it");
    size_t from = at + strlen("](");
    size_t end = destination(scan, &from);
    check_file(scan, from, end);
}

void check_pictures(const struct translation *body, struct arena *scratch, struct diag *diag) {
    struct scan scan = {.node = body->node, .text = body->text, .scratch = scratch, .diag = diag};
    for (size_t i = 0; i < scan.text.length; i++) {
        char c = scan.text.at[i];
        bool picture = c == '!' && is_at(&scan, i + 1, '[');
        if (c == '\\')
            i++;
        else if (picture || c == '[')
            array_push(&scan.open, scratch, (struct bracket){(i += picture) + 1, picture});
        else if (c == ']' && scan.open.count)
            close_bracket(&scan, scan.open.at[--scan.open.count], i);
    }
}
