//! What turtles draw, and what they do when somebody watches.

mod support;

use std::collections::BTreeMap;

use garter::protocol::{CANVAS_MIME, CanvasEvent, Key, OUTPUT_WINDOW_BYTES, Pointer, Status};
use serde_json::Value;
use support::{Run, program, run, run_watched};

/// Runs it, and expects it to end well.
fn ended(source: &str) -> Run {
    let run = run(program(source));
    assert_eq!(run.stderr, "");
    assert_eq!(run.outcome.status, Status::Ok);
    run
}

fn printed(source: &str) -> String {
    ended(&format!("from turtle import *\n{source}")).stdout
}

/// What there is to be seen: each item with its kind, its points and its look, the lowest first.
fn picture(run: &Run) -> Vec<(String, Vec<f64>, Value)> {
    let mut items = BTreeMap::new();
    let mut order: Vec<u64> = Vec::new();
    for command in commands(run) {
        let name = command[0].as_str().expect("a command has a name");
        let number = command[2].as_u64().unwrap_or_default();
        let points = |at: usize| -> Vec<f64> {
            serde_json::from_value(command[at].clone()).expect("points are numbers")
        };
        match name {
            "line" | "polygon" | "text" | "image" => {
                let item = (name.to_owned(), points(3), command[4].clone());
                if items.insert(number, item).is_none() {
                    order.push(number);
                }
            }
            "more" => items
                .get_mut(&number)
                .expect("it is there")
                .1
                .extend(points(3)),
            "raise" | "lower" => {
                order.retain(|other| *other != number);
                let at = if name == "raise" { order.len() } else { 0 };
                order.insert(at, number);
            }
            "delete" => {
                items.remove(&number);
                order.retain(|other| *other != number);
            }
            "canvas" | "hear" | "focus" | "close" | "show" => {}
            other => panic!("{other} is no command"),
        }
    }
    order.iter().map(|number| items[number].clone()).collect()
}

fn commands(run: &Run) -> Vec<Value> {
    let commands = run.displays.iter().flat_map(|display| {
        assert_eq!(display.mime, CANVAS_MIME);
        assert!(display.data.len() < OUTPUT_WINDOW_BYTES as usize);
        serde_json::from_slice::<Vec<Value>>(&display.data).expect("a list of commands")
    });
    commands.collect()
}

/// Those that can be seen: they have a colour.
fn seen(run: &Run, kind: &str) -> Vec<(Vec<f64>, Value)> {
    let items = picture(run).into_iter();
    let seen = items.filter(|(what, _, look)| what == kind && look["fill"] != "");
    seen.map(|(_, points, look)| (points, look)).collect()
}

fn press(x: f64, y: f64) -> CanvasEvent {
    CanvasEvent::Press(Pointer {
        canvas: 1,
        x,
        y,
        button: 1,
    })
}

fn key(key: &str) -> [CanvasEvent; 2] {
    let key = Key {
        canvas: 1,
        key: key.to_owned(),
    };
    [
        CanvasEvent::KeyPress(key.clone()),
        CanvasEvent::KeyRelease(key),
    ]
}

#[test]
fn all_that_is_documented_is_there() {
    const NAMES: &str = "forward fd backward bk back right rt left lt goto setpos setposition teleport setx sety \
        setheading seth home circle dot stamp clearstamp clearstamps undo speed position pos towards xcor ycor heading \
        distance degrees radians pendown pd down penup pu up pensize width pen isdown color pencolor fillcolor filling \
        fill begin_fill end_fill reset clear write showturtle st hideturtle ht isvisible shape resizemode shapesize \
        turtlesize shearfactor tiltangle tilt shapetransform get_shapepoly onclick onrelease ondrag begin_poly end_poly \
        poly get_poly clone getturtle getpen getscreen setundobuffer undobufferentries bgcolor bgpic clearscreen \
        resetscreen screensize setworldcoordinates no_animation delay tracer update listen onkey onkeyrelease onkeypress \
        onscreenclick ontimer mainloop done textinput numinput mode colormode getcanvas getshapes register_shape addshape \
        turtles window_height window_width bye exitonclick save setup title RawTurtle RawPen Turtle Pen TurtleScreen \
        Screen ScrolledCanvas Shape Vec2D Terminator write_docstringdict";
    let missing = printed(&format!(
        "import turtle\nprint([name for name in '''{NAMES}'''.split() + turtle.__all__ if not hasattr(turtle, name)])"
    ));
    assert_eq!(missing, "[]\n");
}

#[test]
fn turtles_know_where_they_are() {
    for (source, expected) in [
        (
            "forward(100); print(pos(), heading())",
            "(100.00,0.00) 0.0\n",
        ),
        (
            "lt(90); fd(50); rt(45); print(pos(), heading())",
            "(0.00,50.00) 45.0\n",
        ),
        (
            "mode('logo'); fd(10); rt(90); fd(5); print(pos(), heading())",
            "(5.00,10.00) 90.0\n",
        ),
        ("circle(50, 180); print(pos())", "(0.00,100.00)\n"),
        (
            "goto(3, 4); print(distance(0, 0), round(towards(0, 0)))",
            "5.0 233\n",
        ),
        ("radians(); lt(1); print(round(heading(), 9))", "1.0\n"),
        (
            "setworldcoordinates(0, 0, 1, 1); fd(0.5); print(pos())",
            "(0.50,0.00)\n",
        ),
        (
            "t = Turtle(); t.fd(9); print(t.clone().pos(), len(turtles()))",
            "(9.00,0.00) 2\n",
        ),
        (
            "fd(9); undo(); print(pos(), undobufferentries())",
            "(0.00,0.00) 0\n",
        ),
        (
            "begin_poly(); fd(9); lt(90); fd(9); end_poly(); print(get_poly())",
            "((0.00,0.00), (9.00,0.00), (9.00,9.00))\n",
        ),
        (
            "print(window_width(), window_height(), screensize())",
            "800 600 (400, 300)\n",
        ),
        (
            "setup(300, 200); print(window_width(), window_height())",
            "300 200\n",
        ),
        (
            "colormode(255); color(255, 0, 128); print(color())",
            "((255.0, 0.0, 128.0), (255.0, 0.0, 128.0))\n",
        ),
        ("bgcolor('orange'); print(bgcolor())", "orange\n"),
        (
            "color('MediumPurple3', 'dark sea green'); print(color())",
            "('MediumPurple3', 'dark sea green')\n",
        ),
        (
            "write('iiii', move=True, font=('Arial', 75)); print(pos())",
            "(87.00,0.00)\n",
        ),
        (
            "print(Vec2D(1, 2) + Vec2D(3, 4), Vec2D(1, 0).rotate(90))",
            "(4.00,6.00) (0.00,1.00)\n",
        ),
    ] {
        assert_eq!(printed(source), expected, "{source}");
    }
}

#[test]
fn a_square_is_a_line_through_its_corners() {
    let run = ended(
        "from turtle import *\nht()\npencolor('red')\nwidth(3)\nfor _ in range(4):\n    fd(100)\n    rt(90)",
    );
    let lines = seen(&run, "line");
    let (points, look) = lines.last().expect("a line");
    let corners: Vec<f64> = points.iter().map(|number| number.round() + 0.0).collect();
    assert_eq!(corners, [0., 0., 100., 0., 100., 100., 0., 100., 0., 0.]);
    assert_eq!(look["fill"], "#ff0000");
    assert_eq!(look["width"], 3.0);
}

#[test]
fn what_is_filled_is_a_polygon() {
    let run = ended(
        "from turtle import *\nht()\nfillcolor('#0f0')\nwith fill():\n    for _ in range(3):\n        fd(60)\n        lt(120)",
    );
    let polygons = seen(&run, "polygon");
    let (points, look) = polygons.first().expect("a polygon");
    assert_eq!(points.len(), 8);
    assert_eq!(look["fill"], "#00ff00");
}

#[test]
fn stamps_stay_until_they_are_cleared() {
    let source = "from turtle import *\nht()\nshape('turtle')\nfor _ in range(5):\n    stamp()\n    fd(20)\n";
    assert_eq!(seen(&ended(source), "polygon").len(), 5);
    let fewer = ended(&format!("{source}clearstamps(2)\nclearstamps(-1)"));
    assert_eq!(seen(&fewer, "polygon").len(), 2);
}

#[test]
fn what_is_undone_is_not_to_be_seen() {
    let run = ended(
        "from turtle import *\nht()\nfd(10)\nwrite('hello')\ndot(20, 'red')\nfor _ in range(3):\n    undo()",
    );
    assert_eq!(seen(&run, "text"), []);
    assert_eq!(seen(&run, "line"), []);
}

#[test]
fn texts_have_their_font_and_their_place() {
    let run = ended(
        "from turtle import *\nht()\npu()\ngoto(10, 20)\nwrite('ü', align='right', font=('Courier', 12, 'bold italic'))",
    );
    let texts = seen(&run, "text");
    let (points, look) = texts.first().expect("a text");
    assert_eq!(points, &[9.0, -20.0]);
    assert_eq!(look["anchor"], "se");
    assert_eq!(look["family"], "Courier");
    assert_eq!(look["size"], 16.0);
    assert_eq!(look["styles"], serde_json::json!(["bold", "italic"]));
}

#[test]
fn shapes_may_have_several_colours() {
    let run = ended(
        "from turtle import *\ns = Shape('compound')\ns.addcomponent(((0, 0), (9, 0), (9, 9)), 'red', 'blue')\n\
         s.addcomponent(((0, 0), (-9, 0), (-9, -9)), 'green')\nregister_shape('two', s)\nshape('two')",
    );
    let colors: Vec<Value> = seen(&run, "polygon")
        .into_iter()
        .map(|(_, look)| look["fill"].clone())
        .collect();
    assert_eq!(colors, ["#ff0000", "#008000"]);
}

#[test]
fn without_a_tracer_a_drawing_is_few_messages() {
    let run = ended(
        "from turtle import *\ntracer(0)\nfor i in range(2000):\n    fd(i / 9)\n    lt(91)\nupdate()",
    );
    assert!(run.displays.len() < 6, "{} messages", run.displays.len());
    let points: usize = seen(&run, "line")
        .iter()
        .map(|(points, _)| points.len() / 2 - 1)
        .sum();
    assert_eq!(points, 2_000);
}

#[test]
fn a_step_of_an_animation_is_one_small_message() {
    let run = ended("from turtle import *\nfd(300)");
    assert!(run.displays.len() > 20);
    assert!(run.displays.iter().all(|display| display.data.len() < 700));
}

#[test]
fn an_animation_may_take_its_time() {
    let mut slow =
        program("from turtle import *\nspeed(1)\nfor _ in range(20):\n    fd(200)\n    rt(100)");
    // Its rests come to more than this, and do not count.
    slow.budget.seconds = 10.0;
    let run = run_watched(slow, Vec::new());
    assert_eq!(run.outcome.status, Status::Ok);
}

#[test]
fn keys_move_the_turtle() {
    let events = [key("Up"), key("Up"), key("Left"), key("x")].concat();
    let run = run_watched(
        program(
            "from turtle import *\nonkey(lambda: fd(10), 'Up')\nonkeypress(lambda: lt(90), 'Left')\nonkey(bye, 'x')\n\
             listen()\nt = getturtle()\nmainloop()\nprint(t.pos(), t.heading())",
        ),
        events,
    );
    assert_eq!(run.stderr, "");
    assert_eq!(run.stdout, "(20.00,0.00) 90.0\n");
    assert_eq!(run.outcome.status, Status::Ok);
    let last = commands(&run);
    assert!(
        last.contains(&serde_json::json!(["close", 1])),
        "the window is gone"
    );
    assert!(
        last.contains(&serde_json::json!(["focus", 1])),
        "it listens"
    );
}

#[test]
fn clicks_come_with_the_turtles_own_coordinates() {
    let run = run_watched(
        program(
            "from turtle import *\nonscreenclick(lambda x, y: print(x, y) or bye())\nmainloop()",
        ),
        vec![press(400.0, 200.0)],
    );
    assert_eq!(run.stdout, "0.0 100.0\n");
    assert_eq!(run.outcome.status, Status::Ok);
}

#[test]
fn a_turtle_hears_clicks_on_itself_only() {
    let run = run_watched(
        program(
            "from turtle import *\nshape('square')\nt = Turtle(shape='circle')\nt.pu()\nt.goto(100, 0)\n\
             onclick(lambda x, y: print('square'))\nt.onclick(lambda x, y: print('circle'))\n\
             onscreenclick(lambda x, y: print('screen'))\nmainloop()",
        ),
        vec![press(402.0, 302.0), press(500.0, 298.0), press(10.0, 10.0)],
    );
    assert_eq!(run.stdout, "square\nscreen\ncircle\nscreen\nscreen\n");
    assert_eq!(run.outcome.status, Status::Stopped);
}

#[test]
fn a_turtle_is_dragged_until_the_button_is_released() {
    let at = |x, y, button| Pointer {
        canvas: 1,
        x,
        y,
        button,
    };
    let run = run_watched(
        program(
            "from turtle import *\nshape('circle')\nt = getturtle()\nspeed(0)\nondrag(goto)\n\
             onrelease(lambda x, y: (print(t.pos()), bye()))\nmainloop()",
        ),
        vec![
            press(400.0, 300.0),
            CanvasEvent::Motion(at(410.0, 290.0, 1)),
            CanvasEvent::Motion(at(430.0, 250.0, 1)),
            CanvasEvent::Release(at(430.0, 250.0, 1)),
        ],
    );
    assert_eq!(run.stdout, "(30.00,50.00)\n");
    assert_eq!(run.outcome.status, Status::Ok);
}

#[test]
fn timers_call_one_after_the_other() {
    let run = run_watched(
        program(
            "from turtle import *\nimport time\nstart = time.monotonic()\n\
             def tick(n):\n    print(n, round(time.monotonic() - start))\n    if n: ontimer(lambda: tick(n - 1), 1000)\n\
             ontimer(lambda: tick(3), 1000)\nmainloop()",
        ),
        Vec::new(),
    );
    assert_eq!(run.stdout, "3 1\n2 2\n1 3\n0 4\n");
    assert_eq!(run.outcome.status, Status::Ok);
}

#[test]
fn a_program_ends_with_the_click_that_it_waits_for() {
    let run = run_watched(
        program("from turtle import *\nfd(50)\nexitonclick()"),
        vec![press(9.0, 9.0)],
    );
    assert_eq!((run.stderr.as_str(), run.outcome.status), ("", Status::Ok));
}

#[test]
fn a_window_that_the_reader_closes_is_gone() {
    let run = run_watched(
        program(
            "from turtle import *\nonkey(lambda: fd(9), 'Up')\nlisten()\nmainloop()\nprint('after')",
        ),
        vec![CanvasEvent::Close { canvas: 1 }],
    );
    assert_eq!(run.stdout, "after\n");
    assert_eq!(run.outcome.status, Status::Ok);
}

#[test]
fn stop_ends_the_main_loop() {
    let run = run_watched(
        program("from turtle import *\nonkey(bye, 'q')\nlisten()\nmainloop()"),
        Vec::new(),
    );
    assert_eq!(run.outcome.status, Status::Stopped);
}

#[test]
fn a_main_loop_in_which_nothing_can_happen_is_over() {
    ended("from turtle import *\nfd(10)\ndone()");
}

#[test]
fn a_main_loop_says_when_nobody_can_do_anything() {
    let run = run(program(
        "from turtle import *\nonkey(bye, 'q')\nlisten()\nmainloop()",
    ));
    assert_eq!(run.outcome.status, Status::Ok);
    assert_eq!(
        run.stderr,
        "Nothing can be clicked or typed here: the picture stays as it is.\n"
    );
}

#[test]
fn an_error_in_a_handler_is_told_and_ends_nothing() {
    let events = [key("a").to_vec(), vec![press(1.0, 1.0)]].concat();
    let run = run_watched(
        program("from turtle import *\nonkey(lambda: 1 / 0, 'a')\nlisten()\nexitonclick()"),
        events,
    );
    assert!(
        run.stderr
            .starts_with("Exception in Tkinter callback\nTraceback"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr
            .ends_with("ZeroDivisionError: division by zero\n"),
        "{}",
        run.stderr
    );
    assert_eq!(run.outcome.status, Status::Ok);
}

#[test]
fn questions_are_asked_where_the_program_prints() {
    let mut asking = program(
        "from turtle import *\nprint(textinput('Name', 'Who?'))\nprint(numinput('N', 'How many?', 2, minval=1, maxval=5))\n\
         print(textinput('Name', 'And?'))",
    );
    asking.stdin = "Ada\nx\n9\n4\n".to_owned();
    let run = run(asking);
    assert_eq!(
        run.stdout,
        "Name: Who? Ada\nN: How many? [2] Not a floating-point value.\nN: How many? [2] The allowed maximum value is 5.\n\
         N: How many? [2] 4.0\nName: And? None\n"
    );
}

#[test]
fn what_is_wrong_is_said() {
    for (source, error) in [
        (
            "color('nosuch')",
            "turtle.TurtleGraphicsError: bad color string: nosuch",
        ),
        (
            "color(1, 2, 3)",
            "turtle.TurtleGraphicsError: bad color sequence: (1, 2, 3)",
        ),
        (
            "shape('nosuch')",
            "turtle.TurtleGraphicsError: There is no shape named nosuch",
        ),
        (
            "bgpic('a.gif')",
            "_tkinter.TclError: images from files cannot be shown in this page; register a shape of polygons instead",
        ),
        ("bye()\nfd(1)", "turtle.Terminator"),
        (
            "TK.Button",
            "AttributeError: tkinter has no 'Button' in a web page: there are no windows, only pictures to draw with turtle",
        ),
    ] {
        let run = run(program(&format!(
            "from turtle import *\nfrom turtle import TK\n{source}"
        )));
        assert_eq!(
            run.stderr.trim_end().lines().last(),
            Some(error),
            "{source}"
        );
    }
}

#[test]
fn tkinter_itself_is_refused_with_a_hint() {
    let run = run(program("import tkinter"));
    assert_eq!(
        run.stderr.trim_end().lines().last(),
        Some(
            "ImportError: tkinter opens windows, which a program in a web page cannot do; turtle draws without"
        )
    );
}
