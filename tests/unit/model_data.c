/* The sample data: no faults, a reference that agrees with the tables, schemas of all kinds; and
 * files named on the command line, in the data folder or out of it. */
#include "base/file.h"
#include "model/manifest.h"
#include "model/model.h"
#include "unit/check.h"
#include <string.h>
#include <unistd.h>

static void check_sample(void) {
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct model_request request = {.folder = "data", .jobs = 2};
    struct model *model = model_load(&request, arena, diag);
    model_check(model, diag);
    CHECK(manifest_load(arena, "fonts/fonts.yaml", diag) != NULL);
    diag_print(diag, stderr);
    CHECK(diag_faults(diag) == 0 && diag_warnings(diag) == 0);
    CHECK(model->missions.count > 80 && model->releases.count > 20 && model->sources.count > 0);
    CHECK(theme_find(model, STR("classic")) && theme_find(model, STR("large")));
    for (size_t i = 0; i < model->missions.count; i++)
        CHECK(mission_find(model, model->missions.at[i].id.text) == &model->missions.at[i]);
    const struct release *english = release_find(model, STR("2019-11-11-voting-en"));
    CHECK(english && release_in(model, english, STR("en")) == english);
    CHECK(english && release_in(model, english, STR("ru")) ==
                         release_find(model, STR("2019-11-11-voting-ru")));
    CHECK(english && release_in(model, english, STR("be")) == NULL);
    CHECK_STR(label_in(&model->labels, "print_version", STR("ru")), "Версия для печати");
    model_free(model);
    arena_free(arena);
}

/* Each file is read once, whatever it is called, and keeps the name it was read by. */
static void check_named(void) {
    static const char *const files[] = {"./data/releases/../releases/2019-11-11-voting-en.yaml",
                                        "tests/cases/check/no-labels/stray.yaml",
                                        "tests/cases/check/../check/no-labels/stray.yaml"};
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct model_request plain = {.folder = "data", .jobs = 1};
    struct model_request request = {.folder = "data", .files = files, .file_count = 3, .jobs = 2};
    size_t alone = model_load(&plain, arena, diag)->releases.count;
    struct model *model = model_load(&request, arena, diag);
    model_check(model, diag);
    diag_print(diag, stderr);
    CHECK(diag_faults(diag) == 0 && model->releases.count == alone + 1);
    const struct release *inside = release_find(model, STR("2019-11-11-voting-en"));
    const struct release *stray = release_find(model, STR("stray"));
    CHECK(inside && model_file(model, files[0]) == inside->id.span.file);
    CHECK(stray && model_file(model, files[1]) == stray->id.span.file);
    CHECK(stray && model_file(model, files[2]) == stray->id.span.file);
    CHECK(model_file(model, "data/theme.yaml") == NULL);
    model_free(model);
    arena_free(arena);
}

/* A print version alone: as in the whole model, and hardly more of it. */
static void check_print(void) {
    static const char *const ids[] = {"2019-11-11-voting-en"};
    static const char *const unknown[] = {"2019-11-11-voting-xx"};
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct model_request plain = {.folder = "data", .jobs = 1};
    struct model_request request = {.folder = "data",
                                    .print_only = true,
                                    .releases = ids,
                                    .release_count = 1,
                                    .theme = "classic",
                                    .jobs = 2};
    struct model *whole = model_load(&plain, arena, diag);
    struct model *model = model_load(&request, arena, diag);
    model_check(model, diag);
    CHECK(diag_faults(diag) == 0 && model->releases.count == 2 && model->themes.count == 1);
    CHECK(release_find(model, STR("2019-11-11-voting-ru")) && theme_find(model, STR("classic")));
    const struct release *release = release_find(model, STR("2019-11-11-voting-en"));
    for (size_t i = 0; release && i < release->missions.count; i++)
        CHECK(mission_find(model, release->missions.at[i].text));
    CHECK(model->missions.count < whole->missions.count);
    model_free(model);
    request.releases = unknown;
    model = model_load(&request, arena, diag);
    CHECK(model->releases.count == whole->releases.count);
    model_free(model);
    request.release_count = 0;
    request.theme = "large";
    model = model_load(&request, arena, diag);
    CHECK(theme_find(model, STR("large")));
    model_free(model);
    arena_free(arena);
}

/* No data folder at all: the words of the pages are the program's own. */
static void check_stray(void) {
    static const char *const files[] = {"tests/cases/check/no-labels/stray.yaml",
                                        "tests/cases/check/no-labels/nothing.yaml"};
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct model_request request = {.files = files, .file_count = 1, .jobs = 1};
    struct model *model = model_load(&request, arena, diag);
    model_check(model, diag);
    CHECK(diag_faults(diag) == 0 && diag_warnings(diag) == 0);
    CHECK(model->releases.count == 1 && model->missions.count == 0);
    for (size_t i = 0; i < label_key_count; i++)
        CHECK(label_in(&model->labels, label_keys[i], STR("fr")).length > 0);
    model_free(model);
    request.file_count = 2;
    model = model_load(&request, arena, diag);
    size_t count;
    const struct message *messages = diag_sorted(diag, &count);
    CHECK(count == 1 && str_find(messages->hint, STR("`number`")) != SIZE_MAX);
    model_free(model);
    arena_free(arena);
}

static void check_reference(void) {
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    model_reference(out);
    fclose(out);
    struct arena *arena = arena_new();
    struct mapping page;
    bool there = mapping_open(&page, "data/README.md", (struct span){0}, diag_new(arena));
    CHECK(there && str_equal(page.bytes, (struct str){text, length}));
    if (there)
        mapping_close(&page);
    arena_free(arena);
    free(text);
}

static void check_schemas(void) {
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    for (size_t i = 0; i < model_kinds.count; i++)
        CHECK(model_schema(model_kinds.words[i], out));
    CHECK(!model_schema("nothing", out));
    fclose(out);
    CHECK(strstr(text, "\"accredited_to\"") && strstr(text, "\"embassy_branch\""));
    free(text);
}

int main(void) {
    if (chdir(SOURCE_FOLDER) != 0)
        return EXIT_FAILURE;
    if (getenv("UPDATE_CASES")) {
        FILE *out = fopen("data/README.md", "w");
        CHECK(out != NULL);
        if (out) {
            model_reference(out);
            CHECK(fclose(out) == 0);
        }
    }
    check_sample();
    check_named();
    check_print();
    check_stray();
    check_reference();
    check_schemas();
    return check_end();
}
