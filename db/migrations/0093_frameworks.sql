-- What all tenants read and the program never changes: published with the program, replaced by new versions in new migrations.
-- A schema of its own, so that a table of the tenants that forgets its wall cannot pass for one of these.
create schema reference;
grant usage on schema reference to groundwork_app;

-- A framework as a document: its steps, its variables and how these lean on each other.
create table reference.framework_version (
  framework_key text not null check (framework_key ~ '^[a-z0-9_]+$'),
  version int not null check (version > 0),
  published_on date not null,
  document jsonb not null,
  primary key (framework_key, version)
);

-- What a variable is across the versions of its framework: measures refer to this.
create table reference.framework_variable (
  framework_key text not null check (framework_key ~ '^[a-z0-9_]+$'),
  variable_key text not null check (variable_key ~ '^[a-z0-9_]+$'),
  primary key (framework_key, variable_key)
);
grant select on all tables in schema reference to groundwork_app;

insert into reference.framework_variable (framework_key, variable_key) values
  ('district_capacity', 'catalyzing_event'),
  ('district_capacity', 'window_of_opportunity'),
  ('district_capacity', 'threshold_of_capacity'),
  ('district_capacity', 'generating_public_will'),
  ('district_capacity', 'shared_responsibility'),
  ('district_capacity', 'collective_problem_solving'),
  ('district_capacity', 'instructional_core'),
  ('district_capacity', 'district_office'),
  ('district_capacity', 'management_and_operations'),
  ('district_capacity', 'teaching_and_learning');

insert into reference.framework_version (framework_key, version, published_on, document) values (
  'district_capacity', 1, '2026-11-22',
  '{
    "title": {"en": "District capacity", "es": "Capacidad del distrito"},
    "summary": {
      "en": "Ten variables that depend on each other: core functions that carry everything, conditions that set a change going, the will of the public, and an organization that goes on improving.",
      "es": "Diez variables que dependen unas de otras: funciones básicas que lo sostienen todo, condiciones que ponen en marcha un cambio, la voluntad pública y una organización que sigue mejorando."
    },
    "source": "Lane, B. (2009). Exploring the Pathway to Rapid District Improvement. Lincoln, IL: Center on Innovation and Improvement; as adapted in the INSTLL Framework for District Capacity Building.",
    "linksNote": {
      "en": "Which variable rests on which is our own reading of this framework, not a finding of its authors. The descriptions are in our own words.",
      "es": "Qué variable se apoya en cuál es nuestra propia lectura de este marco, no una conclusión de sus autores. Las descripciones están en nuestras propias palabras."
    },
    "steps": [
      {"key": "catalyzing_conditions", "place": "path", "title": {"en": "Catalyzing conditions", "es": "Condiciones catalizadoras"}},
      {"key": "public_will", "place": "path", "title": {"en": "Public will", "es": "Voluntad pública"}},
      {"key": "improving_organization", "place": "path", "title": {"en": "An organization that improves", "es": "Una organización que mejora"}},
      {"key": "core_functions", "place": "foundation", "title": {"en": "Core district functions", "es": "Funciones básicas del distrito"}}
    ],
    "variables": [
      {
        "key": "catalyzing_event", "step": "catalyzing_conditions",
        "title": {"en": "A catalyzing event or an external change agent", "es": "Un acontecimiento catalizador o un agente de cambio externo"},
        "description": {
          "en": "Something happened, or somebody came from outside, and board and leaders see that things cannot stay as they are.",
          "es": "Ocurrió algo, o alguien vino de fuera, y la junta y los líderes ven que las cosas no pueden seguir como están."
        }
      },
      {
        "key": "window_of_opportunity", "step": "catalyzing_conditions",
        "title": {"en": "A window of opportunity", "es": "Una ventana de oportunidad"},
        "description": {
          "en": "New rules, money or advice open a time in which more can be dared than usual; it will close again.",
          "es": "Nuevas reglas, fondos o asesoramiento abren un tiempo en que se puede arriesgar más que de costumbre; volverá a cerrarse."
        }
      },
      {
        "key": "threshold_of_capacity", "step": "catalyzing_conditions",
        "title": {"en": "A threshold of capacity", "es": "Un umbral de capacidad"},
        "description": {
          "en": "Enough people who can lead a change are already here or can be won: on the board, in the district office, at the head of schools and among teachers.",
          "es": "Ya están aquí, o se pueden atraer, suficientes personas capaces de conducir un cambio: en la junta, en la oficina del distrito, al frente de las escuelas y entre los maestros."
        }
      },
      {
        "key": "generating_public_will", "step": "public_will",
        "title": {"en": "Communicating and generating public will", "es": "Comunicar y generar voluntad pública"},
        "description": {
          "en": "Everyone has heard what the whole district will do and why it cannot wait, and families and staff can say it in their own words.",
          "es": "Todos han oído qué hará el distrito entero y por qué no puede esperar, y las familias y el personal pueden decirlo con sus propias palabras."
        }
      },
      {
        "key": "shared_responsibility", "step": "improving_organization",
        "title": {"en": "A culture of shared responsibility and accountability", "es": "Una cultura de responsabilidad compartida y rendición de cuentas"},
        "description": {
          "en": "All own the learning of all students: the aims are known, programs pull the same way, and whoever teaches hears soon and usefully how it goes.",
          "es": "Todos responden del aprendizaje de todos los estudiantes: los fines se conocen, los programas tiran en la misma dirección y quien enseña sabe pronto y con provecho cómo va."
        }
      },
      {
        "key": "collective_problem_solving", "step": "improving_organization",
        "title": {"en": "Collective problem solving", "es": "Resolución colectiva de problemas"},
        "description": {
          "en": "Week by week, teachers and principals take apart real problems of teaching together, and may try what they come up with.",
          "es": "Semana a semana, maestros y directores analizan juntos problemas reales de la enseñanza y pueden probar lo que se les ocurre."
        }
      },
      {
        "key": "instructional_core", "step": "improving_organization",
        "title": {"en": "Improving the instructional core", "es": "Mejorar el núcleo de la enseñanza"},
        "description": {
          "en": "What happens between teacher, student and content gets better, because people agree on what good teaching looks like and learn it from one another.",
          "es": "Lo que ocurre entre maestro, estudiante y contenido mejora, porque se acuerda cómo es la buena enseñanza y unos la aprenden de otros."
        }
      },
      {
        "key": "district_office", "step": "improving_organization",
        "title": {"en": "Reorganizing the district office", "es": "Reorganizar la oficina del distrito"},
        "description": {
          "en": "The office gives its people, money and rules to the work of schools, and clears away what stands in their way.",
          "es": "La oficina pone su gente, su dinero y sus reglas al servicio del trabajo de las escuelas y despeja lo que les estorba."
        }
      },
      {
        "key": "management_and_operations", "step": "core_functions",
        "title": {"en": "Management and operations", "es": "Gestión y operaciones"},
        "description": {
          "en": "Board and superintendent work well together; hiring, budgets, buildings and legal duties run reliably, with learning in mind.",
          "es": "La junta y la superintendencia trabajan bien juntas; la contratación, el presupuesto, los edificios y las obligaciones legales funcionan con fiabilidad y pensando en el aprendizaje."
        }
      },
      {
        "key": "teaching_and_learning", "step": "core_functions",
        "title": {"en": "Teaching and learning", "es": "Enseñanza y aprendizaje"},
        "description": {
          "en": "Every school has a curriculum that hangs together, ways to see what was learned, materials, able people, and time for them to learn.",
          "es": "Cada escuela tiene un plan de estudios coherente, formas de ver lo aprendido, materiales, gente capaz y tiempo para que esta aprenda."
        }
      }
    ],
    "links": [
      {"from": "management_and_operations", "to": "threshold_of_capacity"},
      {"from": "teaching_and_learning", "to": "threshold_of_capacity"},
      {"from": "catalyzing_event", "to": "generating_public_will"},
      {"from": "window_of_opportunity", "to": "generating_public_will"},
      {"from": "threshold_of_capacity", "to": "generating_public_will"},
      {"from": "generating_public_will", "to": "shared_responsibility"},
      {"from": "generating_public_will", "to": "collective_problem_solving"},
      {"from": "generating_public_will", "to": "instructional_core"},
      {"from": "generating_public_will", "to": "district_office"},
      {"from": "shared_responsibility", "to": "collective_problem_solving"},
      {"from": "shared_responsibility", "to": "instructional_core"},
      {"from": "shared_responsibility", "to": "district_office"},
      {"from": "collective_problem_solving", "to": "shared_responsibility"},
      {"from": "collective_problem_solving", "to": "instructional_core"},
      {"from": "collective_problem_solving", "to": "district_office"},
      {"from": "instructional_core", "to": "shared_responsibility"},
      {"from": "instructional_core", "to": "collective_problem_solving"},
      {"from": "instructional_core", "to": "district_office"},
      {"from": "district_office", "to": "shared_responsibility"},
      {"from": "district_office", "to": "collective_problem_solving"},
      {"from": "district_office", "to": "instructional_core"},
      {"from": "district_office", "to": "management_and_operations"},
      {"from": "district_office", "to": "teaching_and_learning"}
    ]
  }');
