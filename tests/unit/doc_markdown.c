/* Each tests/cases/doc/NAME.md against NAME.doc: its blocks, then its faults. UPDATE_CASES=1 in the
 * environment writes the expected files anew. */
#include "base/file.h"
#include "doc/markdown.h"
#include "unit/check.h"
#include <string.h>
#include <unistd.h>

static const struct style text = {
    .name = {"text", 4}, .size = SP_OF_PT(10), .leading = SP_OF_PT(12), .indent = SP_OF_PT(12)};
static const struct style bold = {.name = {"text", 4}, .bold = true};
static const struct style italic = {.name = {"text", 4}, .italic = true};
static const struct style bold_italic = {.name = {"text", 4}, .bold = true, .italic = true};
static const struct style heading2 = {.name = {"heading2", 8}};
static const struct style heading3 = {.name = {"heading3", 8}};
static const struct style quote = {.name = {"quote", 5}, .italic = true};
static const struct style item = {.name = {"item", 4}, .left = SP_OF_PT(12)};
static const struct style table = {.name = {"table", 5}};
static const struct style table_head = {.name = {"table_head", 10}};
static const struct style caption = {.name = {"caption", 7}};
static const struct style note = {.name = {"note", 4}};

static const struct style *emphasis(void *context, const struct style *base, bool is_bold,
                                    bool is_italic) {
    (void)context;
    (void)base;
    if (is_bold)
        return is_italic ? &bold_italic : &bold;
    return is_italic ? &italic : &text;
}

static const struct markdown_styles styles = {
    .text = &text,
    .heading = {&heading2, &heading2, &heading3, &heading3, &heading3, &heading3},
    .quote = &quote,
    .item = &item,
    .table = &table,
    .table_head = &table_head,
    .caption = &caption,
    .note = &note,
    .emphasis = emphasis,
};

static struct str run_case(struct arena *arena, const char *path, struct str input) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&bytes, &length);
    struct diag *diag = diag_new(arena);
    struct doc *doc = doc_new(arena);
    struct flow *flow = doc_flow(doc, arena, NULL, START_PAGE);
    struct markdown_request request = {
        .text = input, .language = STR("en"), .file = path, .top_level = 2, .id_prefix = STR("r-")};
    markdown_blocks(&request, &styles, flow->root, arena, diag);
    doc_dump(doc, out);
    diag_print(diag, out);
    fclose(out);
    struct str result = str_copy(arena, (struct str){bytes, length});
    free(bytes);
    return result;
}

static void check_case(struct arena *arena, const char *path) {
    struct str name = str_from(path);
    struct str expected_path = str_join(arena, str_part(name, 0, name.length - 3), STR(".doc"));
    struct diag *diag = diag_new(arena);
    struct mapping input;
    if (!mapping_open(&input, path, (struct span){NULL, 0, 0}, diag))
        return;
    struct str actual = run_case(arena, path, input.bytes);
    mapping_close(&input);
    if (getenv("UPDATE_CASES")) {
        FILE *file = fopen(expected_path.at, "wb");
        CHECK(file && fwrite(actual.at, 1, actual.length, file) == actual.length);
        CHECK(file && fclose(file) == 0);
        return;
    }
    struct mapping expected = {0};
    CHECK(mapping_open(&expected, expected_path.at, (struct span){NULL, 0, 0}, diag));
    CHECK_STR(actual, str_copy(arena, expected.bytes).at);
    mapping_close(&expected);
}

static void check_inline(struct arena *arena) {
    struct diag *diag = diag_new(arena);
    struct runs runs = {0};
    struct markdown_request request = {.text = STR("**Editors** press@mfa.example"),
                                       .file = "inline"};
    markdown_inline(&request, &styles, &text, &runs, arena, diag);
    CHECK(runs.count == 2 && diag_faults(diag) == 0);
    CHECK(runs.count == 2 && runs.at[0].style->bold && !runs.at[1].style->bold);
    CHECK_STR(runs.at[1].text, " press@mfa.example");
    request.text = STR("- a list");
    markdown_inline(&request, &styles, &text, &runs, arena, diag);
    CHECK(diag_faults(diag) == 1);
}

int main(void) {
    if (chdir(SOURCE_FOLDER) != 0)
        return EXIT_FAILURE;
    struct arena *arena = arena_new();
    size_t count = 0;
    struct str *paths = folder_list(arena, "tests/cases/doc", ".md", &count);
    CHECK(count > 0);
    for (size_t i = 0; i < count; i++)
        check_case(arena, paths[i].at);
    check_inline(arena);
    arena_free(arena);
    return check_end();
}
