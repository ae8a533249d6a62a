#include "yaml/problem.h"
#include "yaml/lines.h"
#include <string.h>

/* The first entry whose `context` and `problem` occur in libyaml's own words. */
struct plain_words {
    const char *context, *problem;
    bool at_context; /* the place where the thing began tells more than where it failed */
    const char *text, *hint;
};

static const struct plain_words table[] = {
    {"quoted scalar", "end of stream", true, "this quotation mark is never closed",
     "close it; inside '…' write an apostrophe twice, inside \"…\" write \\\""},
    {"quoted scalar", "document indicator", true, "this quotation mark is never closed",
     "close it before the line of `---` or `...`"},
    {"quoted scalar", "unknown escape", false, "this backslash sequence means nothing in \"…\"",
     "write \\\\ for a backslash, or put the text in '…'"},
    {"quoted scalar", "hexdecimal", false, "a character number with wrong digits in \"…\"",
     "write \\u and four hexadecimal digits, such as \\u00A0"},
    {"", "mapping values are not allowed", false, "a `:` where no key can stand",
     "put the value in quotes when it contains `: `, or correct the indentation"},
    {"", "did not find expected key", false, "a key was expected here",
     "indent it like the keys above; put a value in quotes when it begins with a quotation mark"},
    {"", "could not find expected ':'", true, "there is no `: ` behind this key",
     "write `key: value`; text of several lines needs `|` behind its key and indentation"},
    {"", "did not find expected '-' indicator", false, "an item `- …` was expected here",
     "indent it like the items above"},
    {"", "did not find expected ',' or ']'", true, "this list in […] is not closed",
     "put `,` between its items and `]` at its end"},
    {"", "did not find expected ',' or '}'", true, "this mapping in {…} is not closed",
     "put `,` between its parts and `}` at its end; quote values that contain `,`"},
    {"", "cannot start any token", false, "a value cannot begin with this character",
     "put the value in quotes; indent with spaces, not with tabs"},
    {"", "tab character", false, "a tab is used to indent", "indent with spaces"},
    {"", "block sequence entries are not allowed", false, "an item `- …` cannot begin here",
     "put it on a line of its own, indented below its key"},
    {"", "alphabetic or numeric character", false, "`&` and `*` begin an anchor and an alias",
     "put the value in quotes"},
    {"block scalar", "", false, "wrong header or indentation of a text block",
     "write only `|` or `>` behind the key and indent every line of the text below it"},
    {"tag", "", false, "`!` begins a tag, and tags mean nothing here", "put the value in quotes"},
    {"directive", "", false, "a line that begins with `%` is a directive",
     "put the value in quotes"},
    {"", "unexpected indent", false, "this line is indented differently from those above",
     "indent it like its neighbours"},
    {"", "exceeded max", false, "the data nest too deeply", "make the structure flatter"},
    {"", "did not find expected <document start>", false, "this stands outside of the data",
     "indent every key of the file alike, and write every line as `key: value`"},
    {"", "control characters", false, "a control character", "delete it"},
};

static const struct plain_words *words_find(const yaml_parser_t *parser) {
    const char *context = parser->context ? parser->context : "";
    const char *problem = parser->problem ? parser->problem : "";
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strstr(context, table[i].context) && strstr(problem, table[i].problem))
            return &table[i];
    return NULL;
}

static struct span mark_span(const char *file, yaml_mark_t mark) {
    return (struct span){file, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1};
}

void problem_of_encoding(const char *file, struct str bytes, size_t offset, struct diag *diag) {
    diag_fault(diag, span_of_offset(file, bytes, offset), "save the file in the encoding UTF-8",
               "the byte %02X is not UTF-8", (unsigned char)bytes.at[offset]);
}

void problem_report(const yaml_parser_t *parser, const char *file, struct str bytes,
                    struct diag *diag) {
    if (parser->error == YAML_MEMORY_ERROR)
        memory_exhausted();
    size_t fault = parser->error == YAML_READER_ERROR ? utf8_fault(bytes) : SIZE_MAX;
    if (fault <= parser->problem_offset) {
        problem_of_encoding(file, bytes, fault, diag);
        return;
    }
    const struct plain_words *words = words_find(parser);
    struct span span =
        parser->error == YAML_READER_ERROR ? span_of_offset(file, bytes, parser->problem_offset)
        : words && words->at_context && parser->context ? mark_span(file, parser->context_mark)
                                                        : mark_span(file, parser->problem_mark);
    if (words)
        diag_fault(diag, span, words->hint, "%s", words->text);
    else
        diag_fault(diag, span, "check quotes, `:` and indentation", "this is not YAML: %s",
                   parser->problem ? parser->problem : "unreadable");
}
