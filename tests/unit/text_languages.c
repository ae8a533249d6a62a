/* tests/cases/rules/NAME.txt: paragraphs with their breaks marked, "# language=ru" before them. At
 * "~" stands a space at which no line may end, at "|" nothing stands and a line may end; at all
 * other spaces it may. Each paragraph is set at every measure, from the narrowest that it fits: no
 * line ends elsewhere, and each "|" is used at some measure. */
#include "base/array.h"
#include "base/file.h"
#include "unit/check.h"
#include "unit/text_support.h"
#include <string.h>

static struct arena *arena;
static struct diag *diag;
static struct fonts *fonts;
static struct text *text;

struct marked {
    const char *path;
    struct str text;  /* with the marks */
    struct str plain; /* without */
    bool *used;       /* by the bytes of `text`: a line ended there */
};

static struct marked marked_read(const char *path, struct str line) {
    char *plain = arena_alloc(arena, line.length + 1);
    size_t length = 0;
    for (size_t i = 0; i < line.length; i++)
        if (line.at[i] != '|')
            plain[length++] = line.at[i] == '~' ? ' ' : line.at[i];
    return (struct marked){path, line, {plain, length}, arena_make(arena, bool, line.length + 1)};
}

/* Passes over the text of one line; where it ends among the marks. */
static size_t line_pass(const struct marked *marked, size_t at, const struct line *line) {
    for (uint32_t i = 0; i < line->count; i++) {
        struct str word = line->words[i].glyphs->text;
        for (size_t byte = 0; byte < word.length; byte++, at++) {
            while (at < marked->text.length && marked->text.at[at] != word.at[byte])
                at++;
        }
    }
    return at;
}

static void ends_check(struct marked *marked, const struct lines *lines, sp width) {
    size_t at = 0;
    for (size_t i = 0; i + 1 < lines->count; i++) {
        at = line_pass(marked, at, &lines->at[i]);
        bool allowed =
            at < marked->text.length && (marked->text.at[at] == ' ' || marked->text.at[at] == '|');
        CHECK(allowed);
        if (!allowed && !marked->used[at])
            fprintf(stderr, "%s: at %.*s a line ends before: %.*s\n", marked->path,
                    STR_ARGS(length_print(arena, width)),
                    STR_ARGS(str_part(marked->text, at, SIZE_MAX)));
        marked->used[at] = true;
    }
}

static void paragraph_check(const char *path, struct str language, struct str line) {
    struct marked marked = marked_read(path, line);
    struct text_run run = support_run(fonts, "PT Serif", "", marked.plain, SP_OF_PT(10));
    run.language = language;
    sp least = text_least_width(text, &run, 1, diag), most = text_width(text, &run, 1, diag);
    for (sp width = least; width <= most; width += SP_OF_PT(1)) {
        struct text_setting setting = {.width = width, .align = TEXT_START};
        struct lines lines = text_lines(text, &run, 1, &setting, arena, diag);
        ends_check(&marked, &lines, width);
    }
    for (size_t i = 0; i < line.length; i++)
        if (line.at[i] == '|' && !marked.used[i]) {
            CHECK(!"a line ends here at some measure");
            fprintf(stderr, "%s: %.*s\n", path, STR_ARGS(str_part(line, i, SIZE_MAX)));
        }
}

static void case_check(struct str path) {
    struct mapping input;
    struct str language = STR("en"), key = STR("# language=");
    if (!mapping_open(&input, path.at, (struct span){0}, diag))
        return;
    for (struct str rest = input.bytes; rest.length;) {
        size_t end = str_find(rest, STR("\n"));
        struct str line = str_part(rest, 0, end);
        rest = str_part(rest, end == SIZE_MAX ? rest.length : end + 1, SIZE_MAX);
        if (str_starts(line, key))
            language = str_copy(arena, str_part(line, key.length, SIZE_MAX));
        else if (line.length && line.at[0] != '#')
            paragraph_check(path.at, language, line);
    }
    mapping_close(&input);
}

int main(void) {
    arena = arena_new();
    diag = diag_new(arena);
    fonts = support_fonts(arena, diag);
    text = text_new(fonts, "/usr/share/hyphen");
    size_t count;
    struct str *paths = folder_list(arena, SOURCE_FOLDER "/tests/cases/rules", ".txt", &count);
    CHECK(count > 0);
    for (size_t i = 0; i < count; i++)
        case_check(paths[i]);
    CHECK(diag_faults(diag) == 0);
    diag_print(diag, stderr);
    text_free(text);
    fonts_free(fonts);
    arena_free(arena);
    return check_end();
}
