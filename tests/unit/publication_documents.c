/* What must hold of every document, for all publications of the sample in all themes and languages:
 * no faults, unique ids, links and page references that lead somewhere, headings that never skip a
 * level, a style with a family for every run, a description for every figure. */
#include "base/array.h"
#include "publication/publication.h"
#include "unit/check.h"
#include <unistd.h>

static struct fonts *load_fonts(struct arena *arena, struct diag *diag) {
    static const struct str folders[] = {{"/usr/share/fonts/truetype/paratype", 34}};
    static const struct family_files families[] = {
        {{"PT Serif", 8},
         {{"PTF55F.ttf", 10}, {"PTF75F.ttf", 10}, {"PTF56F.ttf", 10}, {"PTF76F.ttf", 10}},
         {NULL, 0, 0},
         false},
        {{"PT Sans", 7},
         {{"PTS55F.ttf", 10}, {"PTS75F.ttf", 10}, {"PTS56F.ttf", 10}, {"PTS76F.ttf", 10}},
         {NULL, 0, 0},
         true},
    };
    struct fonts_request request = {
        .folders = folders, .folder_count = 1, .families = families, .family_count = 2};
    return fonts_new(&request, arena, diag);
}

struct names {
    struct str *at;
    size_t count, capacity;
};

struct survey {
    struct arena *arena;
    struct names ids;
    struct names targets;
    int heading; /* level of the last */
    size_t blocks, outline;
};

static void survey_block(struct survey *survey, const struct block *block);

/* Blocks of a supply do not stay. */
static void add(struct arena *arena, struct names *names, struct str name) {
    array_push(names, arena, str_copy(arena, name));
}

static void survey_run(struct survey *survey, const struct run *run) {
    CHECK(run->style && run->style->family);
    CHECK(run->kind != RUN_TEXT || run->text.length > 0);
    if (str_starts(run->link, STR("#")))
        add(survey->arena, &survey->targets, str_part(run->link, 1, SIZE_MAX));
    if (run->kind == RUN_PAGE)
        add(survey->arena, &survey->targets, run->target);
    if (run->note)
        survey_block(survey, run->note);
}

static void survey_heading(struct survey *survey, const struct block *block) {
    int level = (int)block->role - ROLE_H1 + 1;
    if (level < 1 || level > 6)
        return;
    CHECK(level <= survey->heading + 1);
    survey->heading = level;
}

static void survey_child(void *survey, const struct block *child) {
    survey_block(survey, child);
}

static void survey_block(struct survey *survey, const struct block *block) {
    survey->blocks++;
    survey->outline += block->outline.length > 0;
    survey_heading(survey, block);
    if (block->id.length)
        add(survey->arena, &survey->ids, block->id);
    CHECK(block->role != ROLE_FIGURE || block->alt.length > 0);
    CHECK(block->kind != BLOCK_PARAGRAPH || block->style);
    for (size_t i = 0; i < block->runs.count; i++)
        survey_run(survey, &block->runs.at[i]);
    for (size_t i = 0; i < block->label.count; i++)
        survey_run(survey, &block->label.at[i]);
    block_visit(block, survey_child, survey);
}

static int compare(const void *a, const void *b) {
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static bool unique(const struct survey *survey) {
    for (size_t i = 1; i < survey->ids.count; i++)
        if (str_equal(survey->ids.at[i - 1], survey->ids.at[i])) {
            fprintf(stderr, "id twice: %.*s\n", STR_ARGS(survey->ids.at[i]));
            return false;
        }
    return true;
}

static bool resolved(const struct survey *survey) {
    for (size_t i = 0; i < survey->targets.count; i++)
        if (!bsearch(&survey->targets.at[i], survey->ids.at, survey->ids.count,
                     sizeof *survey->ids.at, compare)) {
            fprintf(stderr, "no such id: %.*s\n", STR_ARGS(survey->targets.at[i]));
            return false;
        }
    return true;
}

static void check_doc(struct arena *arena, const struct doc *doc) {
    struct survey survey = {.arena = arena};
    CHECK(doc->meta.title.length && doc->meta.language.length && doc->meta.author.length);
    CHECK(doc->meta.identifier.length && doc->meta.date.year > 0);
    for (const struct flow *flow = doc->first; flow; flow = flow->next) {
        CHECK(flow->master->width > 0 && flow->master->lines > 0 && flow->master->columns > 0);
        survey_block(&survey, flow->root);
    }
    if (survey.ids.count)
        qsort(survey.ids.at, survey.ids.count, sizeof *survey.ids.at, compare);
    CHECK(survey.blocks > 10 && survey.outline > 0);
    CHECK(unique(&survey));
    CHECK(resolved(&survey));
}

static void check_edition(struct edition *edition, struct str language) {
    edition->language = language;
    edition->locale = locale_new(language);
    edition->look =
        look_new(edition->theme, edition->fonts, language, edition->arena, edition->diag);
    const struct model *model = edition->model;
    for (size_t i = 0; i < model->releases.count; i++)
        if (str_equal(model->releases.at[i].language.text, language))
            check_doc(edition->arena, release_print(edition, &model->releases.at[i]));
    for (size_t i = 0; i < model->bulletins.count; i++)
        check_doc(edition->arena, bulletin_doc(edition, &model->bulletins.at[i]));
    for (size_t i = 0; i < model->directories.count; i++) {
        struct directory directory = model->directories.at[i];
        for (int order = 0; order < (int)directory_orders.count; order++) {
            directory.order.value = order;
            check_doc(edition->arena, directory_doc(edition, &directory));
        }
    }
    locale_free(edition->locale);
}

int main(void) {
    if (chdir(SOURCE_FOLDER) != 0)
        return EXIT_FAILURE;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct model_request request = {.folder = "data", .jobs = 1};
    struct model *model = model_load(&request, arena, diag);
    struct fonts *fonts = load_fonts(arena, diag);
    struct edition edition = {.model = model, .fonts = fonts, .arena = arena, .diag = diag};
    CHECK(model->themes.count == 3 && model->releases.count > 0 && model->missions.count > 0);
    for (size_t i = 0; i < model->themes.count; i++) {
        edition.theme = &model->themes.at[i];
        check_edition(&edition, STR("en"));
        check_edition(&edition, STR("ru"));
        check_edition(&edition, STR("be"));
    }
    diag_print(diag, stderr);
    CHECK(diag_faults(diag) == 0);
    fonts_free(fonts);
    model_free(model);
    arena_free(arena);
    return check_end();
}
