#include "cli/press.h"
#include "base/file.h"

enum { USUAL_INK = 300 };
#define USUAL_CREEP SP_OF_MM(0.1) /* a sheet of 90 g/m² */
#define ENDLESS SP_OF_PT(20000)

/* How the slug line is set: in the font of the theme's text. */
struct slug {
    struct text *text;
    const struct style *style;
    struct str language;
    struct span span;
    struct diag *diag;
};

static struct set_line set_slug(void *context, struct str text, sp size, struct arena *arena) {
    const struct slug *slug = context;
    struct text_run run = {.text = text,
                           .family = slug->style->family,
                           .size = size,
                           .language = slug->language,
                           .span = slug->span};
    struct text_setting setting = {.width = ENDLESS, .align = TEXT_START};
    struct lines lines = text_lines(slug->text, &run, 1, &setting, arena, slug->diag);
    if (lines.count == 0)
        return (struct set_line){0};
    return (struct set_line){lines.at[0].words, lines.at[0].count, lines.at[0].width};
}

static struct line_setter slug_setter(const struct session *session, const struct theme *theme,
                                      struct text *text, struct str language, struct arena *arena,
                                      struct diag *diag) {
    struct look *look = look_new(theme, session->fonts, language, arena, diag);
    struct slug *slug = arena_make(arena, struct slug, 1);
    *slug = (struct slug){text, look_style(look, "text"), language, theme->span, diag};
    return (struct line_setter){set_slug, slug};
}

static void list_inks(const struct theme *theme, struct press_options *press, struct arena *arena) {
    struct press_ink *inks = arena_make(arena, struct press_ink, theme->colours.count);
    for (size_t i = 0; i < theme->colours.count; i++) {
        const struct tint *tint = &theme->colours.at[i].tint;
        inks[i] = (struct press_ink){theme_colour(theme, i), tint->spot, tint->span};
    }
    press->inks = inks;
    press->ink_count = theme->colours.count;
}

static struct str job_id(const struct job *job) {
    if (job->release)
        return job->release->id.text;
    return job->bulletin ? job->bulletin->id.text : job->directory->id.text;
}

const struct press_options *press_options_new(const struct session *session, const struct job *job,
                                              const struct theme *theme, struct text *text,
                                              struct arena *arena, struct diag *diag) {
    if (!session->options.press)
        return NULL;
    const struct theme_press *said = &theme->press;
    struct press_options *press = arena_make(arena, struct press_options, 1);
    *press = (struct press_options){
        .profile = session->press_profile,
        .ink_limit = said->ink_limit.given ? (unsigned)said->ink_limit.value : USUAL_INK,
        .keep_pictures = said->pictures.given && said->pictures.value == PRESS_KEEP,
        .imposition = (enum imposition)session->options.imposition,
        .job = session->options.job ? str_from(session->options.job) : job_id(job),
        .creep = said->creep.given ? said->creep.value : USUAL_CREEP,
        .setter = slug_setter(session, theme, text, job->language, arena, diag),
        .span = theme->span,
    };
    if (said->profile.text.length) {
        struct str folder = path_folder(str_from(said->profile.span.file));
        press->profile = path_join(arena, folder, said->profile.text).at;
        press->profile_span = said->profile.span;
    }
    list_inks(theme, press, arena);
    return press;
}
